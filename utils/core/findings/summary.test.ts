import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  danas,
  google,
  type Json,
  outlook,
  REVOKED,
  rejection,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { readLine } from "../../diagnostics/replay/line.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { applyAction } from "./apply-action.ts";
import { summariseForBadge } from "./badge-summary.ts";
import { evaluate } from "./evaluate.ts";

const NOW = Date.parse("2026-01-05T09:00:00Z");

/** An account after these lines, three hours apart. */
function account(...lines: readonly Json[]): AccountState {
  return lines.reduce<AccountState>((state, line, index) => {
    const now = NOW + index * 10_800_000;
    const { event } = readLine(JSON.stringify({ at: new Date(now).toISOString(), ...line }));
    if (event.type === "action") return applyAction(state, event.action, now);
    return evaluate(state, event.observation, now, DEFAULT_SETTINGS).state;
  }, emptyAccountState());
}

const good = (body: Json): Json => ({ status: 200, body });
const HEALTHY = account(good(danas(google(135))));
const NOTICE = account(good(danas(google(135, unselected("a", { readOnly: true })), outlook(212))));
const ERRORS = account(good(answerOf([broken(google(135), REVOKED)], BLANK)));
const REJECTED = account({ status: 401, body: rejection() });
const OFFLINE = Array.from({ length: 4 }, (): Json => ({ network: "offline" }));
const UNREACHABLE = account(good(danas(google(135))), ...OFFLINE);
const NEW = emptyAccountState();

describe("several accounts", () => {
  it.each<[string, AccountState[], object]>([
    ["none", [], { overall: "setup", badge: "", count: 0, level: null }],
    ["a new one", [NEW], { overall: "setup", badge: "" }],
    ["a healthy one and a new one", [HEALTHY, NEW], { overall: "ok", badge: "" }],
    [
      "a healthy and an unreachable one",
      [HEALTHY, UNREACHABLE],
      { overall: "unknown", badge: "?", level: null },
    ],
    [
      "an unreachable one and errors",
      [UNREACHABLE, ERRORS],
      { overall: "attention", badge: "2", level: "error" },
    ],
    ["errors and others", [NOTICE, ERRORS], { overall: "attention", badge: "4", count: 4, level: "error" }],
    [
      "a rejected one and errors",
      [ERRORS, REJECTED],
      { overall: "rejected", badge: "!", count: 2, level: "error" },
    ],
  ])("are in the worst state of any, and their counts add up: %s", (_, states, summary) => {
    expect(summariseForBadge(states, "notice", NOW)).toMatchObject(summary);
    expect(summariseForBadge([...states].reverse(), "notice", NOW)).toMatchObject(summary);
  });

  it("share a badge without the snoozed ones", () => {
    const snoozed = { ...ERRORS, snoozeUntil: NOW + 1 };
    expect(summariseForBadge([snoozed, NOTICE], "notice", NOW)).toMatchObject({
      overall: "attention",
      badge: "2",
      count: 4,
    });
    expect(summariseForBadge([snoozed, NOTICE], "notice", NOW + 1).badge).toBe("4");
    expect(summariseForBadge([{ ...REJECTED, snoozeUntil: NOW + 1 }, HEALTHY], "notice", NOW)).toMatchObject({
      overall: "rejected",
      badge: "",
    });
  });
});

describe("the counting level", () => {
  it.each([
    ["notice", "2", "warning", "attention"],
    ["warning", "1", "warning", "attention"],
    ["error", "", null, "ok"],
  ] as const)("%s counts what is at or above it", (countingLevel, badge, level, overall) => {
    expect(summariseForBadge([NOTICE], countingLevel, NOW)).toMatchObject({ badge, level, overall });
  });
});
