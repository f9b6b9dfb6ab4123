import { expect } from "vitest";
import { untilIdle } from "../e2e/stage/idle.ts";
import { BROWSER, setStage } from "../e2e/stage/stage.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow } from "../e2e/stage/time.ts";
import { ask, changesSince, inviteBroken, isOldThere, mendingOf, nowOf } from "./support/mending-people.ts";

/** Two calendars to check, one not to, where bookings go, and an event type; in one browser after one of them is enough. */
const AFTER = BROWSER === "chromium" ? [1, 2, 3, 4, 5] : [2];
const SLOW_MS = 1_500;

const setAllWell = () => setStage({ scenario: "all-well" });

/** Browsers end the worker whenever they like, and Cal.com need not answer. */
story("removing the old connection is cut short", setAllWell, async (stage, step) => {
  const { browser, cal } = stage;
  const [removal, unanswered] = await inviteBroken(stage, ["Removal", "Unanswered"]);
  if (!removal || !unanswered) throw new Error("Nobody was invited.");

  await step(
    "the old connection is gone though the worker was stopped meanwhile, and it is asked for once",
    async () => {
      const first = cal.requests.length;
      cal.control({ action: "server", mode: "mute", path: "/v2/calendars/google/disconnect" });
      ask(stage, "remove-connection", removal).catch(() => {});
      await expect.poll(() => changesSince(cal, first)).toBe(1);
      await browser.stopWorker();
      cal.control({ action: "server", mode: "normal" });
      await checkNow(stage, 40_000);
      await untilIdle(stage);
      expect((await mendingOf(stage, removal))?.removed).toBe(true);
      expect(changesSince(cal, first)).toBe(1);
    },
  );

  await step("without an answer for 25 s that is said, and it stays to be done", async () => {
    cal.control({ action: "server", mode: "hang", path: "/v2/calendars/google/disconnect" });
    const reply = await ask(stage, "remove-connection", unanswered);
    expect(reply).toEqual({ ok: false, problem: { problem: "timedOut" } });
    expect(isOldThere(cal, unanswered)).toBe(true);
    cal.control({ action: "server", mode: "normal" });
    expect(await ask(stage, "remove-connection", unanswered)).toEqual({ ok: true });
    cal.control({ action: "server", mode: "hang", path: "/v2/selected-calendars" });
    expect(await ask(stage, "restore-everything", unanswered)).toEqual({
      ok: false,
      problem: { problem: "timedOut" },
    });
    cal.control({ action: "server", mode: "normal" });
    expect(await ask(stage, "restore-everything", unanswered)).toEqual({ ok: true });
    expect(nowOf(cal, unanswered)).toEqual(unanswered.before);
  });
});

story("putting everything back is cut short", setAllWell, async (stage, step) => {
  const { browser, cal } = stage;
  const people = await inviteBroken(
    stage,
    AFTER.map((count) => `After ${count}`),
  );

  for (const [index, count] of AFTER.entries()) {
    await step(
      `a worker that is stopped after ${count} of 5 changes goes on when it starts again`,
      async () => {
        const person = people[index];
        if (!person) throw new Error("Nobody was invited.");
        expect(await ask(stage, "remove-connection", person)).toEqual({ ok: true });
        const first = cal.requests.length;
        cal.control({ action: "slow", ms: SLOW_MS });
        ask(stage, "restore-everything", person).catch(() => {});
        await expect.poll(() => changesSince(cal, first), { interval: 20 }).toBe(count);
        await browser.stopWorker();
        cal.control({ action: "slow", ms: 0 });
        expect((await mendingOf(stage, person))?.restoringSince).not.toBe(null);
        // Whatever wakes the worker lets it go on.
        await untilIdle(stage);
        await expect.poll(async () => (await mendingOf(stage, person))?.ended).toBe("as-before");
        expect(nowOf(cal, person)).toEqual(person.before);
      },
    );
  }
});
