import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../../support/browsers/control.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { KEY, type Stage } from "./stage.ts";
import { setStageWith } from "./two-servers.ts";

export const OWN_HOST = "cal.selfhost.test";

/** A stage with a self-hosted server beside Cal.com, and the set-up form open for it. */
export interface OwnStage extends Stage {
  own: FakeCal;
  page: ExtensionPage;
}

export async function setOwnStage(options: { grantOptionalHosts: boolean }): Promise<OwnStage> {
  const stage = await setStageWith(OWN_HOST, "all-well", options);
  try {
    const page = await stage.browser.openPage("options.html");
    await page.select(byRole("combobox", "Region"), "Self-hosted");
    return { ...stage, own: stage.other, page };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

export async function connectTo(page: ExtensionPage, url: string): Promise<void> {
  await page.type(byLabel("API key"), KEY);
  await page.type(byLabel("API URL"), url);
  await page.click(byRole("button", "Connect"));
}
