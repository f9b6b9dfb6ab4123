import { byRole } from "../../support/browsers/control.ts";
import { poll } from "../../support/browsers/poll.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { requestsSince } from "./actions.ts";
import { connect } from "./connect.ts";
import type { Stage } from "./stage.ts";
import { everythingStored } from "./stored.ts";

/** Connects Dana's account and switches on that her set-up is kept. */
export async function connectAndKeep(stage: Stage): Promise<void> {
  await connect(stage);
  const page = await stage.browser.openPage("options.html#alerts");
  await page.waitForText("Keep my set-up");
  await page.click(byRole("switch", "Keep my set-up"));
  await poll("the setting to be stored", async () => {
    const settings = (await everythingStored(stage)).settings as { keepSetUp?: boolean } | undefined;
    return settings?.keepSetUp === true;
  });
  await page.close();
}

/** Where Cal.com adds bookings. */
export function bookingsAt({ world }: FakeCal): string | undefined {
  return world.users[0]?.destination?.externalId;
}

/** How often Cal.com was asked for a change, from a request on. */
export function changesSince(cal: FakeCal, first = 0): string[] {
  return requestsSince(cal, first)
    .map(({ what }) => what)
    .filter((what) => !what.startsWith("GET "));
}
