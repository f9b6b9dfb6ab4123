import type { BrowserUnderTest } from "../../tests/support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../../tests/support/browsers/control.ts";
import { poll } from "../../tests/support/browsers/poll.ts";
import { DEMO_KEY } from "../../tests/support/fake-cal/scenarios/demo-key.ts";

/** Fills in the set-up form as a person does, and waits for the first answer. */
export async function setUpAccount(browser: BrowserUnderTest): Promise<void> {
  const options = await browser.openPage("options.html", { width: 900, height: 900 });
  await options.type(byLabel("API key"), DEMO_KEY);
  await options.select(byRole("combobox", "Region"), "Cal.com");
  await options.click(byRole("button", "Connect"));
  await poll("the first check", async () => (await browser.badge()).text !== "");
  await options.close();
}
