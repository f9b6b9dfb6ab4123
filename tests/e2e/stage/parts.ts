import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";
import { poll } from "../../support/browsers/poll.ts";
import type { Stage } from "./stage.ts";

type PartName = "Accounts" | "Alerts" | "History" | "Help and data";

/** Goes to a part of the settings, as a person does, and waits until it is there. */
export async function showPart(page: ExtensionPage, name: PartName): Promise<void> {
  await page.click(byRole("link", name));
  const isShown = async () => (await page.state(byRole("heading", name)))?.visible;
  await poll(`the part "${name}"`, isShown);
}

/** Opens the settings at "Alerts", as wide as a window, and waits until it is there. */
export async function openAlerts({ browser }: Stage): Promise<ExtensionPage> {
  const page = await browser.openPage("options.html#alerts", { width: 800, height: 900 });
  await page.waitForText("Check every");
  return page;
}
