import { expect } from "vitest";
import { poll } from "../support/browsers/poll.ts";
import { APPLE, GOOGLE, OUTLOOK, setDana } from "./stage/dana.ts";
import { untilIdle } from "./stage/idle.ts";
import { bookingsAt, changesSince, connectAndKeep } from "./stage/keep-set-up.ts";
import { anotherBrowser, type Stage } from "./stage/stage.ts";
import { story } from "./stage/story.ts";
import { checkNow, untilChecked } from "./stage/time.ts";

const MINUTE = 60_000;

interface TwoProfiles extends Stage {
  other: Stage;
}

/** Two profiles with one account, before one server. */
const set = async (): Promise<TwoProfiles> => {
  const stage = await setDana([APPLE, GOOGLE, OUTLOOK], OUTLOOK);
  try {
    const other = await anotherBrowser(stage.cal);
    const close = async () => {
      await other.close();
      await stage.close();
    };
    return { ...stage, other, close };
  } catch (error) {
    await stage.close();
    throw error;
  }
};

story("two profiles that keep the set-up of one account", set, async (stage, step) => {
  const { cal, other } = stage;
  const both = [stage, other];
  for (const one of both) await connectAndKeep(one);

  await step("put bookings back once after a break, and leave it at that", async () => {
    cal.control({ action: "break", credentialId: OUTLOOK.credentialId, how: "failing" });
    for (const one of both) await checkNow(one);
    expect(bookingsAt(cal)).toBe(APPLE.externalId);
    cal.control({ action: "mend", credentialId: OUTLOOK.credentialId });
    for (const one of both) await checkNow(one, MINUTE);
    await poll("bookings to be put back", async () => bookingsAt(cal) === OUTLOOK.externalId);
    for (const _ of [1, 2, 3]) for (const one of both) await untilChecked(one, 40 * MINUTE);
    for (const one of both) await untilIdle(one);
    expect(bookingsAt(cal)).toBe(OUTLOOK.externalId);
    // The server can't tell the two apart: at most one each.
    expect(changesSince(cal).length).toBeLessThanOrEqual(2);
  });

  await step("never undo what the person chooses in the web app, twenty times", async () => {
    const before = cal.requests.length;
    const choices = [GOOGLE, OUTLOOK, APPLE, GOOGLE, APPLE];
    for (let time = 0; time < 20; time += 1) {
      const choice = choices[time % choices.length] ?? GOOGLE;
      // Something else breaks, and works again, in half of the cases.
      const failing = [OUTLOOK, GOOGLE, APPLE].find((one) => one !== choice) ?? OUTLOOK;
      const credentialId = failing.credentialId;
      cal.control({ action: time % 4 < 2 ? "break" : "mend", credentialId, how: "failing" });
      if (time % 4 === 3) cal.control({ action: "mend-all" });
      const shown = both[time % 2] ?? stage;
      // One that does not work can't be chosen.
      cal.control({ action: "mend", credentialId: choice.credentialId });
      cal.control({ action: "destination", externalId: choice.externalId });
      await checkNow(shown);
      await untilIdle(shown);
      expect(bookingsAt(cal)).toBe(choice.externalId);
    }
    cal.control({ action: "mend-all" });
    for (const one of both) await untilChecked(one, 40 * MINUTE);
    expect(bookingsAt(cal)).toBe(choices[19 % choices.length]?.externalId);
    expect(changesSince(cal, before)).toEqual([]);
  });
});
