import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allScenes } from "../../dev/gallery/scenes.ts";
import { type StillBuild, stillBuild } from "../../dev/gallery/still-build.ts";
import type { BrowserUnderTest, ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { launch } from "../support/browsers/launch.ts";
import { poll } from "../support/browsers/poll.ts";
import { TELLS_ALL } from "../tells-all.ts";
import { BROWSER } from "./stage/stage.ts";

/** More than the popup's highest page, in px. */
const FAR = 100_000;
const TABS = 60;
const LONG = ["problems", "forty-problems", "thousand-calendars"];
/** From the shortest on. */
const SOME = ["setup", "all-well", "rejected", "readings", ...LONG];
const POPUPS = allScenes().filter(
  ({ page, act, state }) => page === "popup" && act === null && (TELLS_ALL || SOME.includes(state)),
);

/** The window under the toolbar button, in the states of the gallery. */
describe("the popup", () => {
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

  async function openWith(records: Record<string, unknown>): Promise<ExtensionPage> {
    await browser.inExtension(async ({ storage }, stored) => {
      await storage.local.clear();
      await storage.local.set(stored);
    }, records);
    const popup = await browser.openPopup();
    await popup.waitFor(() => document.querySelector("main"));
    return popup;
  }

  it.each(POPUPS)("is as long as what is in it, and ends with it: $state", async ({ records }) => {
    const popup = await openWith(records);
    expect(await popup.evaluate(() => innerWidth)).toBe(380);
    await expect.poll(() => popup.evaluate(excess), { timeout: 5_000 }).toBeLessThanOrEqual(1);
    expect(await popup.evaluate(scrollers)).toEqual([]);
    await again(
      "the wheel to go to the end",
      () => popup.wheel(FAR),
      () => popup.evaluate(isAtEnd),
    );
    expect(await popup.evaluate(inTheMiddle)).toBe("page");
    await popup.close();
  });

  it.each(POPUPS.filter(({ state }) => LONG.includes(state)))(
    "goes to its end by keys, without a click into it before: $state",
    async ({ records }) => {
      const popup = await openWith(records);
      const press = (key: string, isThere: () => boolean) =>
        again(
          `${key} to scroll`,
          () => popup.press(key),
          () => popup.evaluate(isThere),
        );
      await press("End", isAtEnd);
      expect(await popup.evaluate(inTheMiddle)).toBe("page");
      await press("Home", () => scrollY === 0);
      await press("Space", () => scrollY > innerHeight / 2);
      expect(await popup.evaluate(inTheMiddle)).toBe("page");
      for (let pressed = 0; pressed < TABS; pressed += 1) await popup.press("Tab");
      expect(await popup.evaluate(inTheMiddle)).toBe("page");
      expect(await popup.evaluate(excess)).toBeLessThanOrEqual(1);
      await popup.close();
    },
  );
});

/** Does it until it had its effect: what is drawn later makes the page longer, and a popup that just opened may miss a key. */
function again(what: string, deed: () => Promise<void>, hasEffect: () => Promise<boolean>): Promise<boolean> {
  return poll(what, async () => {
    await deed();
    return hasEffect();
  });
}

/** Runs in the page: by how many px the document is longer than what is drawn in it. */
function excess(): number {
  const drawn = document.querySelector("#app")?.getBoundingClientRect().height ?? 0;
  return document.documentElement.scrollHeight - Math.max(drawn, innerHeight);
}

/** Runs in the page: what would scroll within the document. */
function scrollers(): string[] {
  return [...document.querySelectorAll("body, #app, main, footer")]
    .filter((one) => one.scrollHeight > one.clientHeight + 1)
    .filter((one) => getComputedStyle(one).overflowY !== "visible")
    .map(({ tagName }) => tagName);
}

function isAtEnd(): boolean {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  return scrollTop + clientHeight >= scrollHeight - 1;
}

/** Runs in the page: whether a person who looks at the middle of the window sees something of it. */
function inTheMiddle(): "page" | "nothing" {
  const there = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return there?.closest("main") ? "page" : "nothing";
}
