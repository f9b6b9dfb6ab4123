import { describe, expect, test } from "vitest";
import {
  aFinding,
  anAccount,
  calendarSubject,
  goodAnswer,
  MINUTE,
  NOW,
} from "../../../tests/support/unit/world.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import type { Account } from "../../core/model/account.ts";
import { type AccountState, emptyAccountState, type FindingRecord } from "../../core/model/account-state.ts";
import type { BadgeAccount } from "../../core/model/badge-input.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../../core/settings/records.ts";
import { tooltipOf } from "./tooltip.ts";

type Some = { state?: AccountState; lacks?: BadgeAccount["lacks"]; id?: string; user?: Account["user"] };

function tooltip(
  accounts: Some[],
  {
    newer = false,
    notStored = false,
    lost = 0,
    ...settings
  }: Partial<SettingsRecord> & { newer?: boolean; notStored?: boolean; lost?: number } = {},
) {
  const known = accounts.map(({ state = working(7), lacks = null, id = "a1", user }) => ({
    account: anAccount({ id, user: user ?? { id: 1, username: id, email: null, name: null } }),
    state,
    lacks,
    notStored,
  }));
  return tooltipOf({ accounts: known, settings: { ...DEFAULT_SETTINGS, ...settings }, newer, lost }, NOW);
}

function working(calendars: number, at = NOW): AccountState {
  return evaluate(emptyAccountState(), goodAnswer(calendars), at, { intervalMinutes: 30 }).state;
}

const having = (...findings: FindingRecord[]): AccountState => ({ ...working(7), findings });
const problem = (n = 0, change: Partial<FindingRecord> = {}) =>
  aFinding({ kind: "calendar-gone", level: "warning", subject: calendarSubject(`c${n}`), ...change });
const look = (n = 0) => problem(n, { kind: "read-only", level: "notice" });

test("without an account it says what to do", () => {
  expect(tooltip([])).toBe("Calendar Status for Cal.com: connect your account");
});

describe("when all is well", () => {
  test("it says how many calendars are working, and when that was seen", () => {
    expect(tooltip([{}])).toBe("All 7 calendars are working. Last checked at 14:05.");
    expect(tooltip([{ state: working(1) }])).toBe("Your calendar is working. Last checked at 14:05.");
  });

  test("of several accounts the oldest check counts", () => {
    expect(tooltip([{}, { state: working(2, NOW - 25 * MINUTE) }])).toBe(
      "All 9 calendars are working. Last checked at 13:40.",
    );
  });

  test("a check of another day comes with its day", () => {
    expect(tooltip([{ state: working(7, NOW - 26 * 60 * MINUTE) }])).toMatch(
      /^All 7 calendars are working\. Last checked on Tue.* 3 Mar.* 12:05\.$/,
    );
  });

  test("notices that don't count leave it at that", () => {
    expect(tooltip([{ state: having(look()) }], { countingLevel: "warning" })).toMatch(/^All 7/);
  });
});

describe("when something counts", () => {
  test("it says how many problems, and how many things to look at, as many as the badge", () => {
    expect(tooltip([{ state: having(problem(1)) }])).toMatch(
      /^1 problem with your calendars\. Last checked at/,
    );
    expect(tooltip([{ state: having(problem(1), problem(2)) }])).toMatch(/^2 problems with your calendars\./);
    expect(tooltip([{ state: having(look(1)) }])).toMatch(
      /^All 7 calendars are working\. 1 thing to look at\. Last checked at/,
    );
    expect(tooltip([{ state: having(problem(1), look(1), look(2), look(3)) }])).toMatch(
      /^1 problem with your calendars, and 2 things to look at\./,
    );
  });

  test("what is below the counting level is not in it", () => {
    const state = having(problem(1), problem(2, { level: "error" }), look(3));
    expect(tooltip([{ state }], { countingLevel: "error" })).toMatch(/^1 problem with/);
    expect(tooltip([{ state }], { countingLevel: "warning" })).toMatch(/^2 problems with your calendars\./);
  });

  test("an account is called as in the popup, with its address where another one has its name", () => {
    const rejected: AccountState = { ...having(aFinding({ kind: "key-rejected" })), rejection: "expired" };
    const user = { id: 1, username: "dana", email: "dana@example.com", name: "Dana Lopez" };
    const clinic = { ...user, id: 2, email: "dana@clinic.example" };
    expect(tooltip([{ id: "a1", user, state: rejected }])).toMatch(
      /^The API key of Dana Lopez has expired\./,
    );
    expect(
      tooltip([
        { id: "a1", user },
        { id: "a2", user: clinic, state: rejected },
      ]),
    ).toMatch(/^The API key of Dana Lopez \(dana@clinic\.example\) has expired\./);
  });

  test("a rejected key is named by whose it is", () => {
    const state = { ...having(aFinding({ kind: "key-rejected" })), rejection: "invalid" as const };
    expect(tooltip([{}, { id: "dana", state }])).toBe(
      "Cal.com rejects the API key of dana. It may have expired. All else was last checked at 14:05.",
    );
  });

  test.each([
    ["expired", "The API key of dana has expired."],
    ["forbidden", "The API key of dana may not read calendars."],
    ["licence", "The Cal.com server of dana has no valid license."],
  ] as const)("a key that is refused as %s says just that", (rejection, sentence) => {
    const state = { ...having(aFinding({ kind: "key-rejected" })), rejection };
    expect(tooltip([{ id: "dana", state }])).toBe(`${sentence} Last checked at 14:05.`);
  });

  test("an outage beside counted problems is not passed over", () => {
    const outage = aFinding({ kind: "unreachable", level: "warning" });
    const state = { ...having(problem(1), outage), lastFailure: { reason: "offline" } as const };
    expect(tooltip([{ state }])).toBe(
      "1 problem with your calendars. Last checked at 14:05. Cal.com has not been reached since then.",
    );
  });

  test("an outage is told with its begin", () => {
    const state = {
      ...working(7, NOW - 180 * MINUTE),
      findings: [aFinding({ kind: "unreachable", level: "warning" })],
    };
    expect(tooltip([{ state }])).toBe("Can't reach Cal.com since 11:05. What is shown is from then.");
    const answered = { ...state, lastFailure: { reason: "rate-limited" } as const };
    expect(tooltip([{ state: answered }])).toMatch(/^No usable answer from Cal\.com since 11:05\./);
  });

  test("without any good answer nothing is said to be from then", () => {
    const findings = [aFinding({ kind: "unreachable", level: "warning" })];
    const state = { ...emptyAccountState(), firstAttemptAt: NOW - 180 * MINUTE, findings };
    expect(tooltip([{ state }])).toBe("Can't reach Cal.com since 11:05.");
  });
});

describe("when nothing counts, but not all is well", () => {
  test("after a failed check it says when all was well", () => {
    const failing = { lastFailure: { reason: "offline" } as const };
    expect(tooltip([{ state: { ...working(3), ...failing } }])).toBe(
      "All 3 calendars were working at 14:05.",
    );
    expect(tooltip([{ state: { ...having(look()), ...failing } }])).toBe(
      "All 7 calendars were working at 14:05. 1 thing to look at.",
    );
  });

  test("a problem below what the badge counts is told as one", () => {
    expect(tooltip([{ state: having(problem(1), problem(2)) }], { countingLevel: "error" })).toBe(
      "2 problems below what the badge counts. Last checked at 14:05.",
    );
  });

  test("what could not be stored comes first", () => {
    expect(tooltip([{}], { notStored: true })).toMatch(
      /^What Cal\.com answered could not be stored\. .*All 7/,
    );
  });

  test("what is expected is not called working", () => {
    expect(tooltip([{ state: having(problem(1, { acknowledged: true })) }])).toMatch(/^No new problems/);
  });

  test("what is only suspected is called checking again", () => {
    expect(tooltip([{ state: having(problem(1, { confirmed: false })) }])).toMatch(/asked once more/);
  });

  test("an account without an answer so far is not called working", () => {
    const failure = { reason: "unreachable" } as const;
    expect(tooltip([{ state: emptyAccountState() }])).toBe("Looking at your calendars for the first time.");
    expect(tooltip([{ state: { ...emptyAccountState(), failures: 1, lastFailure: failure } }])).toBe(
      "Can't reach Cal.com yet.",
    );
    const useless = { reason: "server-failed", status: 502 } as const;
    expect(tooltip([{ state: { ...emptyAccountState(), failures: 1, lastFailure: useless } }])).toBe(
      "No usable answer from Cal.com yet.",
    );
  });

  test("a forgotten key and a withdrawn permission say what to do", () => {
    expect(tooltip([{ id: "dana", lacks: "key" }])).toMatch(/^Enter the API key of dana again\./);
    expect(tooltip([{ lacks: "permission" }])).toMatch(/^Calendar Status may not ask api\.cal\.com until/);
  });

  test("what a later version has stored says so", () => {
    expect(tooltip([], { newer: true })).toMatch(/newer version/);
    expect(tooltip([{}], { newer: true })).toMatch(/newer version/);
  });

  test("without calendars it says that", () => {
    expect(tooltip([{ state: { ...working(7), connections: [] } }])).toMatch(/^No calendars to watch\./);
  });
});

describe("while it is snoozed", () => {
  const until = (minutes: number): AccountState => ({
    ...having(problem(1)),
    snoozeUntil: NOW + minutes * MINUTE,
  });

  test("it says until when, after all that it says else", () => {
    expect(tooltip([{ state: until(55) }])).toBe(
      "1 problem with your calendars. Last checked at 14:05. Snoozed until 15:00.",
    );
    expect(tooltip([{ state: until(24 * 60) }])).toMatch(/ Snoozed until Thu.* 5 Mar.* 14:05\.$/);
  });

  test("of several accounts it says which, unless all are until the same time; one that is over is not told", () => {
    expect(tooltip([{ state: until(55) }, { id: "a2", state: until(10) }, { id: "a3" }])).toMatch(
      / a1 is snoozed until 15:00\. a2 is snoozed until 14:15\.$/,
    );
    expect(tooltip([{ state: until(55) }, { id: "a2", state: until(55) }])).toMatch(
      / Snoozed until 15:00\.$/,
    );
    expect(tooltip([{ state: until(0) }])).not.toContain("nooze");
  });

  test("one problem is told apart from those that count, and from all being well", () => {
    const snoozed = (state: AccountState): AccountState => ({
      ...state,
      snoozed: [{ ...problem(1), until: NOW + MINUTE }],
    });
    expect(tooltip([{ state: snoozed(having(problem(1), problem(2))) }])).toMatch(
      /^1 problem with your calendars\. 1 problem is snoozed\./,
    );
    expect(tooltip([{ state: snoozed(having(problem(1))) }])).toMatch(
      /^No new problems with your calendars\. 1 problem is snoozed\./,
    );
    expect(tooltip([{ state: snoozed(having()) }])).toMatch(/^All 7 calendars are working\./);
  });

  test("an empty badge that was chosen does not change it", () => {
    expect(tooltip([{ state: having(problem(1)) }], { showBadge: false })).toMatch(/^1 problem/);
  });
});

describe("of several accounts", () => {
  const at = NOW - 25 * MINUTE;
  const blip = (state = working(3, at)): AccountState => ({ ...state, lastFailure: { reason: "offline" } });
  const out = (begin = NOW - 180 * MINUTE): AccountState => ({
    ...blip(working(3, begin)),
    findings: [aFinding({ kind: "unreachable", level: "warning" })],
  });

  test("one that could not be checked for once is named, and does not date the others", () => {
    expect(tooltip([{}, { id: "clinic", state: blip() }])).toBe(
      "All 10 calendars were working when last checked. clinic was last checked at 13:40. All else was last checked at 14:05.",
    );
    expect(tooltip([{ state: having(problem(1)) }, { id: "clinic", state: blip() }])).toBe(
      "1 problem with your calendars. clinic was last checked at 13:40. All else was last checked at 14:05.",
    );
    expect(tooltip([{ state: blip() }, { state: blip() }])).toBe("All 6 calendars were working at 13:40.");
  });

  test("one that is out is named, unless it is all of them", () => {
    expect(tooltip([{}, { id: "clinic", state: out() }])).toBe(
      "Can't reach Cal.com for clinic since 11:05. All else was last checked at 14:05.",
    );
    expect(tooltip([{ state: out(NOW - 150 * MINUTE) }, { state: out() }])).toBe(
      "Can't reach Cal.com since 11:35.",
    );
    expect(tooltip([{ state: having(problem(1)) }, { id: "clinic", state: out() }])).toBe(
      "1 problem with your calendars. Can't reach Cal.com for clinic since 11:05. All else was last checked at 14:05.",
    );
  });

  test("one that was never answered is named", () => {
    expect(tooltip([{}, { id: "clinic", state: emptyAccountState() }])).toMatch(
      /^Looking at the calendars of clinic for the first time\./,
    );
    expect(tooltip([{}, { id: "clinic", state: blip(emptyAccountState()) }])).toBe(
      "Can't reach Cal.com for clinic yet. All else was last checked at 14:05.",
    );
  });
});

describe("what is not watched comes first", () => {
  const LOST = "1 account is not watched any more, as the list of accounts was damaged.";

  test("an account that the list has lost", () => {
    expect(tooltip([], { lost: 1 })).toBe(LOST);
    expect(tooltip([{}], { lost: 1 })).toBe(`${LOST} All 7 calendars are working. Last checked at 14:05.`);
  });

  test("calendars that there is no room for", () => {
    const state = working(7);
    const connections = state.connections.map((one) => ({ ...one, notKept: 4_993 }));
    expect(tooltip([{ state: { ...state, connections } }])).toMatch(
      /^Watching 7 of 5,000 calendars, as there is no room for more\./,
    );
  });
});
