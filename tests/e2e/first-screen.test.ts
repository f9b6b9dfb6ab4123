import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { speak, withFirstScreen } from "../../dev/gallery/first-screens.ts";
import { allScenes } from "../../dev/gallery/scenes.ts";
import { type StillBuild, stillBuild } from "../../dev/gallery/still-build.ts";
import type { BrowserUnderTest, ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byRole } from "../support/browsers/control.ts";
import { launch } from "../support/browsers/launch.ts";
import { lose } from "./stage/losable-parts.ts";
import { BROWSER } from "./stage/stage.ts";

const NOT_LOADED = "This part could not be loaded.";
const HAS_FIRST = "[data-first]";

/** Notes what the page asks of the store. */
const WATCH = `
  globalThis.reads = [];
  const { local } = chrome.storage;
  const get = local.get.bind(local);
  local.get = (names, ...rest) => (reads.push(names), get(names, ...rest));
`;

/** Stands for the rest, which can get lost and be found again. @param rest where it is */
const losable = (rest: string) => `
  if (localStorage.getItem("lost") === "popup") await import("./not-there.js");
  await import(${JSON.stringify(rest)});
`;

/** What is drawn before the rest of the popup is loaded: with the rest lost it stays on the screen. */
describe("the first screen of the popup", () => {
  let build: StillBuild;
  let browser: BrowserUnderTest;
  let language: string;
  beforeAll(async () => {
    build = await stillBuild(BROWSER);
    await writeFile(join(build.dir, "watch.js"), WATCH);
    const page = join(build.dir, "popup.html");
    const html = await readFile(page, "utf8");
    const [, rest = ""] = html.match(/data-rest="(\S+)/) ?? [];
    await writeFile(join(build.dir, "rest.js"), losable(rest));
    const watched = html
      .replace("<body>", '<body><script src="/watch.js"></script>')
      .replace(rest, "/rest.js");
    await writeFile(page, watched);
    browser = await launch({ browser: BROWSER, extensionDir: build.dir });
    language = await browser.inExtension(({ i18n }) => i18n.getUILanguage());
    await speak(build.dir, language);
  });
  afterAll(async () => {
    await browser?.close();
    await build?.remove();
  });

  async function open(state: string, isRestLost: boolean): Promise<ExtensionPage> {
    const scene = allScenes().find((one) => one.page === "popup" && one.state === state && one.act === null);
    if (!scene) throw new Error(`There is no state "${state}".`);
    await browser.inExtension(
      async ({ storage }, records) => {
        await storage.local.clear();
        await storage.local.set(records);
      },
      withFirstScreen(scene.records, language),
    );
    const before = await browser.openPage("options.html");
    await lose(before, isRestLost ? "popup" : null);
    await before.close();
    return browser.openPage("popup.html");
  }

  it.each([
    ["all-well", "All 7 calendars are working"],
    ["two-problems", "2 problems"],
    ["thousand-calendars", "All 1,003 calendars are working"],
  ])("is there by one read of one record, without the rest: %s", async (state, headline) => {
    const page = await open(state, true);
    await page.waitForText(NOT_LOADED);
    expect(await page.text()).toContain(headline);
    expect(await page.evaluate(() => document.querySelectorAll("li.calendar").length)).toBeGreaterThan(4);
    expect(await page.evaluate(() => (globalThis as unknown as { reads: unknown[] }).reads)).toEqual([
      "screen",
    ]);
    await page.close();
  });

  it("goes on once the rest can be loaded", async () => {
    const page = await open("two-problems", true);
    await page.waitForText(NOT_LOADED);
    await lose(page, null);
    await page.click(byRole("button", "Load again"));
    await page.waitFor((first: string) => document.querySelector(first) === null, 10_000, HAS_FIRST);
    await page.waitFor((says: string) => !document.body.textContent?.includes(says), 10_000, NOT_LOADED);
    await page.click(".calendar .more");
    await page.waitFor(() => document.querySelector('.calendar .more[aria-expanded="true"]'));
    await page.close();
  });

  it("does what is pressed before anything answers", async () => {
    const page = await open("all-well", false);
    const isFirst = await page.evaluate(async () => {
      const button = () => document.querySelector<HTMLElement>(".calendar .more");
      while (!button()) await new Promise((done) => setTimeout(done));
      const isStillFirst = document.querySelector("[data-first]") !== null;
      button()?.click();
      return isStillFirst;
    });
    await page.waitFor(() => document.querySelector('.calendar .more[aria-expanded="true"]'));
    // Otherwise it was too late to show anything; what is pressed then is looked at in other tests.
    if (!isFirst) console.warn("The popup was there before it could be pressed.");
    await page.close();
  });
});
