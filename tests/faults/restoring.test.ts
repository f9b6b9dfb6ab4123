import { expect } from "vitest";
import { untilIdle } from "../e2e/stage/idle.ts";
import { BROWSER } from "../e2e/stage/stage.ts";
import { story } from "../e2e/stage/story.ts";
import { ask, changesSince, inviteBroken, mendingOf, nowOf } from "./support/mending-people.ts";

/** Two calendars to check, one not to, where bookings go, and an event type; in one browser after one of them is enough. */
const AFTER = BROWSER === "chromium" ? [1, 2, 3, 4, 5] : [2];
const SLOW_MS = 1_500;

story("putting everything back is cut short", { scenario: "all-well" }, async (stage, step) => {
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
