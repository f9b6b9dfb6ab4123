import { expect } from "vitest";
import { findingsIn, isSelectedAt, requestsSince } from "./stage/actions.ts";
import { takesAway } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { press, waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";

const OLD = { credentialId: 212, externalId: "AAMkAGQ1ZmFkLWVu2CCC=" };
const NEW = "AAMkAGQ1ZmFkLWVu2CCCmoved=";
/** Longer than it takes until an answer that says the same again confirms it. */
const CONFIRMED_MS = 310_000;

/** The provider gives a calendar another id, which Cal.com follows neither with its check for conflicts nor with bookings. */
story("a calendar with a new id", { scenario: "lively" }, async (stage, step) => {
  stage.cal.control({ action: "select", ...OLD });
  stage.cal.control({ action: "destination", ...OLD });
  await connect(stage);
  const findings = async () => findingsIn((await storedStatus(stage)).state);
  const destination = () => stage.cal.world.users[0]?.destination?.externalId;

  await step("is one problem of its own, and no calendar is missed", async () => {
    stage.cal.control({ action: "change-id", ...OLD });
    await checkNow(stage);
    await untilChecked(stage, CONFIRMED_MS);
    expect(destination()).not.toBe(NEW);
    await expect.poll(findings).toContain("calendar-moved");
    expect(await findings()).toContain("destination-changed");
    expect(await findings()).not.toContain("calendar-gone");
    expect(await findings()).not.toContain("selection-lost");
  });

  await step("is checked again and gets its bookings back with one press", async () => {
    await stage.browser.stopWorker();
    const first = stage.cal.requests.length;
    const popup = await stage.browser.openPopup();
    await popup.waitForText("Bookings moved to");
    await takesAway(popup, "has a new id", () => press(popup, "Put back", "has a new id"));
    await waitUntilGone(popup, "Bookings moved to");
    await popup.close();
    await untilIdle(stage);
    expect(isSelectedAt(stage.cal, NEW)).toBe(true);
    expect(destination()).toBe(NEW);
    const asked = requestsSince(stage.cal, first).map(({ what }) => what);
    expect(asked.sort()).toEqual(["POST /v2/selected-calendars", "PUT /v2/destination-calendars"]);
    expect(await findings()).not.toContain("calendar-moved");
    expect(await findings()).not.toContain("destination-changed");
  });
});
