import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allScenes } from "../../dev/gallery/scenes.ts";
import { type StillBuild, stillBuild } from "../../dev/gallery/still-build.ts";
import type { BrowserUnderTest, ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { launch } from "../support/browsers/launch.ts";
import { poll } from "../support/browsers/poll.ts";
import { BROWSER } from "./stage/stage.ts";

const STATES = ["all-well", "problems", "thousand-calendars", "accounts-with-problems", "offer"];
const SCENES = allScenes().filter(
  ({ page, state, act }) => page === "popup" && act === null && STATES.includes(state),
);
/** From opening to "Check now": connections, problems, their folds, the filter, the list. */
const AT_MOST = 5;

/** The popup without a mouse, and as it is told to those who don't see it. */
describe("the popup by keyboard", () => {
  let build: StillBuild;
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    build = await stillBuild(BROWSER);
    browser = await launch({ browser: BROWSER, extensionDir: build.dir });
  });
  afterAll(async () => {
    await browser?.close();
    await build?.remove();
  });

  async function openWith(state: string): Promise<ExtensionPage> {
    const scene = SCENES.find((one) => one.state === state);
    if (!scene) throw new Error(`There is no state "${state}".`);
    await browser.inExtension(async ({ storage }, stored) => {
      await storage.local.clear();
      await storage.session.clear();
      await storage.local.set(stored);
    }, scene.records);
    const popup = await browser.openPage("popup.html", { width: 380, height: 600 });
    // The last part that is loaded: from then on the keys have their meaning.
    await popup.waitFor(() => document.querySelector(".list-end")?.textContent?.includes("Copy details"));
    await popup.waitFor(() => document.querySelector(".list [data-stop]") !== null);
    return popup;
  }

  it.each(["all-well", "problems", "thousand-calendars"])(
    "has Check now within a few stops of the Tab key: %s",
    async (state) => {
      const popup = await openWith(state);
      const stops: string[] = [];
      while (!stops.at(-1)?.startsWith("Check now") && stops.length < 12) {
        await popup.press("Tab");
        stops.push((await popup.focused())?.name ?? "");
      }
      expect(stops.at(-1), stops.join(" | ")).toBe("Check now");
      expect(stops.length, stops.join(" | ")).toBeLessThanOrEqual(AT_MOST);
      await popup.close();
    },
  );

  it("walks the calendars by arrows, opens one by Enter and leaves Tab where it was", async () => {
    const popup = await openWith("all-well");
    await tabTo(popup, "More about dana@example.com");
    await popup.press("ArrowDown");
    expect(await focusedName(popup)).toBe("More about Clinic rota");
    await popup.press("ArrowRight");
    expect(await focusedName(popup)).toBe("Check for conflicts, Clinic rota");
    await popup.press("ArrowDown");
    expect(await focusedName(popup)).toBe("Check for conflicts, Family");
    await popup.press("Enter");
    await popup.waitFor(() => document.querySelector(".row-panel") !== null);
    await popup.press("End");
    expect(await focusedName(popup)).toBe("Check for conflicts, Unnamed calendar");
    await popup.press("Tab");
    await popup.press("Shift+Tab");
    expect(await focusedName(popup)).toBe("Check for conflicts, Unnamed calendar");
    await popup.close();
  });

  it("goes to the filter at a slash, and types it elsewhere nowhere", async () => {
    const popup = await openWith("thousand-calendars");
    await tabTo(popup, "More about dana@example.com");
    await popup.press("/");
    expect(await focusedName(popup)).toBe("Filter calendars");
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>(".filter input")?.value)).toBe(
      "",
    );
    await popup.close();
  });

  it.each(STATES)("says of every control what it is about: %s", async (state) => {
    const popup = await openWith(state);
    const names = await popup.evaluate(controlNames);
    expect(names.filter((name) => name === "")).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    await popup.close();
  });
});

async function focusedName(popup: ExtensionPage): Promise<string> {
  return (await popup.focused())?.name ?? "";
}

/** Tabs until something is focused; throws when it never is. */
function tabTo(popup: ExtensionPage, name: string): Promise<boolean> {
  let pressed = 0;
  return poll(`the Tab key to reach ${name}`, async () => {
    if (pressed > 20) throw new Error(`The Tab key does not reach ${name}.`);
    pressed += 1;
    await popup.press("Tab");
    return (await focusedName(popup)) === name;
  });
}

/** Runs in the page: what buttons, links and fields are called, as far as each is drawn. */
function controlNames(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>("main :is(button, a, input, select), footer :is(button, a)"),
  ];
  return controls
    .filter((one) => one.checkVisibility())
    .slice(0, 200)
    .map((one) => one.getAttribute("aria-label") ?? one.textContent ?? "")
    .map((name) => name.replace(/\s+/g, " ").trim());
}
