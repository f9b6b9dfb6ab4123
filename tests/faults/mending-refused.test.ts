import { expect } from "vitest";
import { setStage } from "../e2e/stage/stage.ts";
import { story } from "../e2e/stage/story.ts";
import { letTimePass } from "../e2e/stage/time.ts";
import { TELLS_ALL } from "../tells-all.ts";
import { ask, changesSince, inviteBroken, isOldThere, mendingOf, nowOf } from "./support/mending-people.ts";

const DISCONNECT = "/v2/calendars/google/disconnect";
const SELECTED = "/v2/selected-calendars";
const DESTINATION = "/v2/destination-calendars";
const EVENT_TYPES = "/v2/event-types/";
/** Longer than Cal.com wants to be left alone. */
const PATIENTLY_MS = 120_000;

const MODES = [
  ["envelope-401", "keyRejected"],
  ["envelope-403", "keyRejected"],
  ["envelope-404", null],
  ["nest-500", "serverFailed"],
  ["timeout-504", "serverFailed"],
  ["rate-limited", "rateLimited"],
] as const;

const setAllWell = () => setStage({ scenario: "all-well" });

/** Each step says why it was not done and stays to be done; done again when Cal.com does it, everything is as before. */
for (const [mode, problem] of MODES.filter(([mode]) => TELLS_ALL || mode === "nest-500")) {
  story(`mending that Cal.com answers with ${mode}`, setAllWell, async (stage, step) => {
    const { cal } = stage;
    const [person] = await inviteBroken(stage, ["Dana"]);
    if (!person) throw new Error("Nobody was invited.");

    await step("the old connection stays, and can be removed later", async () => {
      const first = cal.requests.length;
      cal.control({ action: "server", mode, path: DISCONNECT });
      const reply = await ask(stage, "remove-connection", person);
      expect(reply).toMatchObject({ ok: false, problem: { problem: problem ?? "notShown" } });
      expect(changesSince(cal, first)).toBe(1);
      expect(isOldThere(cal, person)).toBe(true);
      expect(await mendingOf(stage, person)).toMatchObject({ removed: false, ended: null });
      cal.control({ action: "server", mode: "normal" });
      await letTimePass(stage, PATIENTLY_MS);
      expect(await ask(stage, "remove-connection", person)).toEqual({ ok: true });
      expect(isOldThere(cal, person)).toBe(false);
    });

    // One more is done each time.
    for (const path of [[SELECTED, DESTINATION, EVENT_TYPES], [DESTINATION, EVENT_TYPES], [EVENT_TYPES]]) {
      await step(`what is not put back is said, and stays to be: ${path.length} of 3`, async () => {
        cal.control({ action: "server", mode, path });
        const reply = await ask(stage, "restore-everything", person);
        const said = problem ?? (path.length === 1 ? "eventTypeGone" : "calendarGone");
        expect(reply).toMatchObject({ ok: false, problem: { problem: said } });
        expect(nowOf(cal, person)).not.toEqual(person.before);
        expect(await mendingOf(stage, person)).toMatchObject({ restoringSince: null, ended: null });
        cal.control({ action: "server", mode: "normal" });
        await letTimePass(stage, PATIENTLY_MS);
      });
    }

    await step("everything is put back later", async () => {
      expect(await ask(stage, "restore-everything", person)).toEqual({ ok: true });
      expect(nowOf(cal, person)).toEqual(person.before);
      expect(await mendingOf(stage, person)).toMatchObject({ ended: "as-before", notPutBack: [] });
    });
  });
}
