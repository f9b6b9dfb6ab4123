import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserUnderTest, ExtensionPage } from "../../tests/support/browsers/browser-under-test.ts";
import { byRole } from "../../tests/support/browsers/control.ts";
import { poll } from "../../tests/support/browsers/poll.ts";
import type { FakeCal } from "../../tests/support/fake-cal/server.ts";
import { ROOT } from "../test/root.ts";
import { tell } from "./tell.ts";

/** The person's Google connection in the scenario "lively". */
const GOOGLE = 135;
const CHECK_TIMEOUT_MS = 45_000;

/** Shows without a display what there is to see: all is well, a connection breaks, and it is mended. */
export async function giveTour(browser: BrowserUnderTest, cal: FakeCal): Promise<void> {
  const folder = join(ROOT, "screenshots", "demo");
  await mkdir(folder, { recursive: true });
  const picture = (name: string) => join(folder, `${browser.name}-${name}.png`);

  const before = await openDrawnPopup(browser);
  await tell("Just connected", browser, before);
  await photograph(before, picture("popup-light"));
  console.log(`\n${cal.control({ action: "break", credentialId: GOOGLE, how: "revoked" })}`);
  await checkNow(before);
  await tell('After "Check now"', browser, before);
  await photograph(before, picture("popup-problem-light"));
  await before.close();

  await browser.emulate({ colorScheme: "dark" });
  const dark = await openDrawnPopup(browser);
  await photograph(dark, picture("popup-problem-dark"));
  await dark.close();
  await browser.emulate({ colorScheme: "light" });
  const options = await browser.openPage("options.html", { width: 900, height: 900 });
  await options.waitForText("Add account");
  await options.screenshot(picture("options"), "whole");
  await options.close();
  console.log(`\nScreenshots: ${folder}`);
}

/** Opens the popup of a connected account, and waits for what a person sees of it: the answer and the calendars. */
export async function openDrawnPopup(browser: BrowserUnderTest): Promise<ExtensionPage> {
  const popup = await browser.openPopup();
  await popup.waitFor(
    () => document.querySelector("h1") && document.querySelector("main li"),
    CHECK_TIMEOUT_MS,
  );
  await untilCalm(popup);
  return popup;
}

/** Presses the button until it has had an effect: right after another check it has to wait. */
async function checkNow(popup: ExtensionPage): Promise<void> {
  const before = await headline(popup);
  const button = byRole("button", "Check now");
  const check = async () => {
    const state = await popup.state(button);
    if (state && !state.disabled) await popup.click(button);
    return (await headline(popup)) !== before;
  };
  await poll("the check to find the revoked connection", check, CHECK_TIMEOUT_MS);
  await untilCalm(popup);
}

/** Once nothing is under way any more, from the top: a click on the button at the end scrolls down to it. */
async function photograph(popup: ExtensionPage, path: string): Promise<void> {
  await untilCalm(popup);
  await popup.evaluate(() => scrollTo(0, 0));
  await popup.screenshot(path);
}

/** It is also true of a page that nothing is drawn in yet. */
const untilCalm = (popup: ExtensionPage): Promise<void> =>
  popup.waitFor(() => !document.querySelector("[aria-busy=true]"), CHECK_TIMEOUT_MS);

const headline = (popup: ExtensionPage): Promise<string> =>
  popup.evaluate(() => document.querySelector("h1")?.textContent ?? "");
