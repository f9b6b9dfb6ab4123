import { expect, it, onTestFinished } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { BrowserUnderTest } from "../../support/browsers/browser-under-test.ts";
import { launch } from "../../support/browsers/launch.ts";
import { BROWSER } from "../stage/stage.ts";

const WAIT_MS = 120_000;

async function started(): Promise<BrowserUnderTest> {
  const browser = await launch({ browser: BROWSER });
  // The page that installing opens.
  await expect.poll(() => tabsOf(browser)).toBe(2);
  return browser;
}

function tabsOf(browser: BrowserUnderTest): Promise<number> {
  return browser.inExtension(async ({ tabs }) => (await tabs.query({})).length);
}

const leftIn = (browser: BrowserUnderTest) =>
  browser.inExtension(({ storage }: Browser) => storage.local.get(["left", "accounts"]));

it("a browser that was kept has nothing of what was there before", { timeout: WAIT_MS }, async () => {
  const first = await started();
  await first.inExtension(({ storage }) => storage.local.set({ left: "behind" }));
  await first.openPage("options.html");
  await first.openPopup();
  first.keep();
  await first.close();
  const second = await started();
  onTestFinished(() => second.close());
  expect(second.extensionOrigin).not.toBe(first.extensionOrigin);
  expect(await leftIn(second)).toEqual({});
  expect(second.consoleText()).toEqual([]);
});

it("a browser is not kept after what would stay behind", { timeout: WAIT_MS }, async () => {
  const browser = await started();
  await browser.restart();
  const gone = browser.untilGone();
  browser.keep();
  await browser.close();
  await gone;
});
