import { describe, expect, it } from "vitest";
import { broken, danas, google, outlook, REVOKED } from "../../../tests/fixtures/bodies.ts";
import { readLine } from "../../diagnostics/replay/line.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { evaluate } from "./evaluate.ts";
import { shownFindings } from "./summary.ts";

const NOW = Date.parse("2026-01-05T09:00:00Z");
const DAY = 86_400_000;
const HEALTHY = { status: 200, body: danas(google(135), outlook(212)) };
const BLIP = { status: 200, body: danas(google(135), broken(outlook(212))) };
const BROKEN = { status: 200, body: danas(google(135), broken(outlook(212), REVOKED)) };

function after(state: AccountState, line: object, now: number): AccountState {
  const { event } = readLine(JSON.stringify({ at: new Date(now).toISOString(), ...line }));
  if (event.type === "action") throw new Error("an action");
  return evaluate(state, event.observation, now, DEFAULT_SETTINGS).state;
}

describe("a clock that was set back by a day", () => {
  const later = [HEALTHY, BLIP].reduce(
    (state, line, index) => after(state, line, NOW + DAY + index),
    emptyAccountState(),
  );

  it("does not make a suspicion wait a day longer", () => {
    const state = after(after(later, BLIP, NOW), BLIP, NOW + 300_000);
    expect(shownFindings(state)).toMatchObject([{ kind: "connection-error", confirmed: true }]);
  });

  it("neither adds to an outage nor takes from it", () => {
    const HOUR = 3_600_000;
    const offline = (from: AccountState, ...times: readonly number[]) =>
      times.reduce((state, now) => after(state, { network: "offline" }, now), from);
    const kinds = (state: AccountState) => shownFindings(state).map(({ kind }) => kind);
    const failing = offline(later, NOW + DAY + HOUR, NOW, NOW + HOUR, NOW + 2 * HOUR);
    expect(kinds(failing)).toEqual(["connection-error"]);
    expect(kinds(offline(failing, NOW + 2 * HOUR + 1))).toEqual(["connection-error", "unreachable"]);
  });

  it("schedules from the time that it is now", () => {
    expect(after(later, HEALTHY, NOW).nextCheckAt).toBe(NOW + 1_800_000);
  });

  it("does not make a snooze a day longer, nor end it", () => {
    const until = (snoozeUntil: number) => after({ ...later, snoozeUntil }, HEALTHY, NOW).snoozeUntil;
    const lastAttemptAt = NOW + DAY + 1;
    expect(later.lastAttemptAt).toBe(lastAttemptAt);
    expect(until(lastAttemptAt + 3_600_000)).toBe(NOW + 3_600_000);
    expect(until(lastAttemptAt)).toBeNull();
  });

  it("leaves no break in the future", () => {
    const flapping = Array.from({ length: 3 }).reduce<AccountState>(
      (state, _, index) =>
        after(after(state, BROKEN, NOW + DAY + index * 2_000), HEALTHY, NOW + DAY + index * 2_000 + 1_000),
      later,
    );
    const kinds = (now: number) =>
      shownFindings(after(after(flapping, HEALTHY, NOW), HEALTHY, now)).map(({ kind }) => kind);
    expect(kinds(NOW + DAY - 1)).toEqual(["flapping"]);
    expect(kinds(NOW + DAY)).toEqual([]);
  });
});
