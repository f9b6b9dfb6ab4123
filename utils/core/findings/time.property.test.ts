import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { story } from "../../../tests/fixtures/arbitraries.ts";
import type { Json } from "../../../tests/fixtures/bodies.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { readLine } from "../../diagnostics/replay/line.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../time.ts";
import { applyAction } from "./apply-action.ts";
import { evaluate } from "./evaluate.ts";
import { shownFindings } from "./summary.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const BEGIN = Date.parse("2026-01-05T09:00:00Z");
const FAILURE: Observation = {
  kind: "failure",
  failure: { reason: "offline" },
  retryAfterSeconds: null,
};
const REJECTED: Observation = { kind: "key-rejected", status: 401, rejection: "invalid" };

const seen = (state: AccountState, observation: Observation, now: number) =>
  evaluate(state, observation, now, DEFAULT_SETTINGS).state;

function take(state: AccountState, line: Json, now: number): AccountState {
  const { event } = readLine(JSON.stringify({ ...line, at: new Date(now).toISOString() }));
  if (event.type === "action") return applyAction(state, event.action, now);
  return seen(state, event.observation, now);
}

/** What is known of connections, calendars and the destination. */
const known = (state: AccountState) =>
  shownFindings(state)
    .filter(({ kind }) => kind !== "unreachable" && kind !== "key-rejected")
    .map(({ kind, subject, confirmed, acknowledged }) => ({ kind, subject, confirmed, acknowledged }));

/** From years before to years after. */
const clock = fc.integer({ min: -3_000, max: 3_000 }).map((days) => BEGIN + days * DAY);

it("no clock ends a finding: whatever it says when Cal.com can't be reached or refuses the key, all that is known stays", () => {
  const wrong = fc.array(fc.tuple(clock, fc.constantFrom(FAILURE, REJECTED)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(story, wrong, (told, wrong) => {
      let now = BEGIN;
      let state = emptyAccountState();
      for (const [pause, line] of told) {
        now += pause * 1000;
        state = take(state, line, now);
      }
      const before = known(state);
      for (const [at, observation] of wrong) state = seen(state, observation, at);
      expect(known(state)).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

it("nor does one that jumps between good answers that say the same", () => {
  const answered = fc.array(clock, { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(story, answered, (told, times) => {
      const last = told.findLast(([, line]) => (line as Json).status === 200)?.[1];
      fc.pre(last !== undefined);
      let now = BEGIN;
      let state = emptyAccountState();
      // Twice, five minutes apart: nothing is in doubt then.
      for (const [pause, line] of [...told, [300, last as Json], [300, last as Json]] as const) {
        now += Math.min(pause, 3_600) * 1000;
        state = take(state, line, now);
      }
      const ends = ["connection-gone", "calendar-gone", "selection-lost", "calendar-moved"];
      const before = known(state).filter(({ kind, confirmed }) => confirmed && ends.includes(kind));
      for (const at of times) state = take(state, last as Json, at);
      const after = known(state).map(({ kind, subject }) => JSON.stringify([kind, subject]));
      for (const { kind, subject } of before) expect(after).toContain(JSON.stringify([kind, subject]));
    }),
    { numRuns: 150 },
  );
});

/** A laptop that can't reach Cal.com: hours awake, in which it tries as often as it should, and hours asleep. */
const days = fc.array(
  fc.record({ awake: fc.integer({ min: 1, max: 600 }), asleep: fc.integer({ min: 1, max: 3_000 }) }),
  { minLength: 1, maxLength: 12 },
);

it("an outage never lasts longer than the laptop was awake, but for an hour of each sleep", () => {
  fc.assert(
    fc.property(days, (days) => {
      let state = emptyAccountState();
      let now = BEGIN;
      let awake = 0;
      days.forEach(({ awake: minutes, asleep }, sleeps) => {
        const end = now + minutes * MINUTE;
        const begin = now;
        while (now <= end) {
          state = seen(state, FAILURE, now);
          expect(state.outage).toBeLessThanOrEqual(awake + (now - begin) + sleeps * HOUR);
          now = Math.max(state.nextCheckAt ?? now, now + SECOND);
        }
        awake += minutes * MINUTE;
        now = end + asleep * MINUTE;
      });
    }),
    { numRuns: 200 },
  );
});
