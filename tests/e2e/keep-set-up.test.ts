import { expect } from "vitest";
import { DESTINATION } from "../../utils/core/model/subject.ts";
import { poll } from "../support/browsers/poll.ts";
import { GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilIdle } from "./stage/idle.ts";
import { bookingsAt, changesSince, connectAndKeep } from "./stage/keep-set-up.ts";
import { storedHistory } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";
import { expectTold, watchNotifications } from "./stage/told.ts";

const MINUTE = 60_000;
const PUT = "PUT /v2/destination-calendars";

const set = () => setDana([GOOGLE, OUTLOOK], OUTLOOK);

story("bookings that Cal.com sent elsewhere are put back by themselves", set, async (stage, step) => {
  const { cal } = stage;
  await watchNotifications(stage);
  await connectAndKeep(stage);

  await step("not while their calendar can't be read", async () => {
    cal.control({ action: "break", credentialId: OUTLOOK.credentialId, how: "failing" });
    await checkNow(stage);
    await untilIdle(stage);
    expect(bookingsAt(cal)).toBe(GOOGLE.externalId);
    expect(changesSince(cal)).toEqual([]);
  });

  await step("as soon as it works again", async () => {
    cal.control({ action: "mend", credentialId: OUTLOOK.credentialId });
    await checkNow(stage, MINUTE);
    await poll("bookings to be put back", async () => bookingsAt(cal) === OUTLOOK.externalId);
    await untilIdle(stage);
    expect(changesSince(cal)).toEqual([PUT]);
    const entries = (await storedHistory(stage))?.entries ?? [];
    expect(entries.filter(({ byItself }) => byItself)).toMatchObject([
      { event: "destination", name: OUTLOOK.name },
    ]);
  });

  await step("once, and told so", async () => {
    await untilChecked(stage, 40 * MINUTE);
    await untilIdle(stage);
    expect(changesSince(cal)).toEqual([PUT]);
    expect((await stage.browser.badge()).text).toBe("");
    await expectTold(stage, [
      {
        title: `Bookings moved to "${GOOGLE.name}"`,
        about: { kind: "destination-changed", subject: DESTINATION },
      },
      { title: `Bookings go to "${OUTLOOK.name}" again`, about: null },
    ]);
  });
});
