import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allScenes } from "../../dev/gallery/scenes.ts";
import { type StillBuild, stillBuild } from "../../dev/gallery/still-build.ts";
import type { BrowserUnderTest, ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole, type Control } from "../support/browsers/control.ts";
import { launch } from "../support/browsers/launch.ts";
import { TELLS_ALL } from "../tells-all.ts";
import { lose, makeLosable } from "./stage/losable-parts.ts";
import { BROWSER } from "./stage/stage.ts";

const SAYS = "This part could not be loaded.";
const AGAIN = byRole("button", "Load again");

interface Part {
  /** The module that is lost. */
  name: string;
  page?: "popup" | "options";
  /** Of the gallery. */
  state: string;
  /** What a person presses to see the part; without it the page shows it at once. */
  press?: Control;
  /** Something of it, once it is there. */
  shows: string | Control;
}

const PARTS: Part[] = [
  { name: "Problems", state: "rejected", shows: byRole("button", "Replace key") },
  { name: "Welcome", state: "setup", shows: "API key" },
  { name: "AccountFixes", state: "key-forgotten", shows: "goes unnoticed" },
  { name: "Snooze", state: "snoozed", shows: "End snooze" },
  { name: "Snooze", state: "all-well", press: byRole("button", "Snooze"), shows: "1 hour" },
  { name: "RowPanel", state: "readings", press: ".calendar .more", shows: "Test reading" },
  { name: "list-end-part", state: "readings", shows: "Test reading of all" },
  { name: "FilterField", state: "thousand-calendars", shows: byLabel("Filter calendars") },
  { name: "Details", state: "all-well", press: byRole("button", "Copy details"), shows: "Close" },
  { name: "HistorySection", page: "options", state: "history-quiet", shows: byRole("heading", "History") },
  { name: "AlertsPart", page: "options", state: "alerts", shows: "Check every" },
  { name: "HelpPart", page: "options", state: "help", shows: "Settings as a file" },
  { name: "DetailsView", state: "damaged", press: byRole("button", "Copy details"), shows: "Close" },
];

/** One of each page, and one that is asked for: the others are lost and found in the same way. */
const SOME = ["Problems", "RowPanel", "HistorySection"];
const LOST = PARTS.filter(({ name }) => TELLS_ALL || SOME.includes(name));

/** What pages load later may be lost: by a disk that fails, or an update in the wrong moment. */
describe("a part that can't be loaded", () => {
  let build: StillBuild;
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    build = await stillBuild(BROWSER);
    await makeLosable(build.dir, [...new Set(LOST.map(({ name }) => name))]);
    browser = await launch({ browser: BROWSER, extensionDir: build.dir });
  });
  afterAll(async () => {
    await browser?.close();
    await build?.remove();
  });

  async function open({ name, page = "popup", state }: Omit<Part, "shows">): Promise<ExtensionPage> {
    const scene = allScenes().find((one) => one.page === page && one.state === state);
    await browser.inExtension(async ({ storage }, records) => {
      await storage.local.clear();
      await storage.local.set(records);
    }, scene?.records ?? {});
    const before = await browser.openPage("options.html");
    await lose(before, name);
    await before.close();
    return page === "popup" ? browser.openPopup() : browser.openPage(`options.html${scene?.hash ?? ""}`);
  }

  it.each(LOST)("says so in its place, and is there once it can be: $name, $state", async (part) => {
    const page = await open(part);
    if (part.press) await page.click(part.press);
    await page.waitForText(SAYS);
    expect((await page.texts("alert")).filter((text) => text.includes(SAYS))).toHaveLength(1);
    await lose(page, null);
    await page.click(AGAIN);
    await page.waitFor((says: string) => !document.body.textContent?.includes(says), 10_000, SAYS);
    if (part.press) await page.click(part.press);
    if (typeof part.shows === "string") await page.waitForText(part.shows);
    else await expect.poll(() => page.state(part.shows)).toMatchObject({ visible: true });
    expect(await page.text()).not.toContain(SAYS);
    await page.close();
  });

  it("says so again when it is still lost, and all else is there", async () => {
    const page = await open({ name: "Problems", state: "rejected" });
    await page.click(AGAIN);
    await page.waitForText("Cal.com rejects the API key");
    await page.waitForText(SAYS);
    expect(await page.state(byRole("button", "Check now"))).toMatchObject({ visible: true });
    await page.close();
  });
});
