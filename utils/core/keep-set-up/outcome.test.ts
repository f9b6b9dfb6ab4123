import { describe, expect, test } from "vitest";
import { removed, rewritten } from "../../../tests/support/unit/due-acts.ts";
import { google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import { failedWith, goodAnswer } from "../../../tests/support/unit/world.ts";
import type { AccountState, PendingAction } from "../model/account-state.ts";
import type { AutomaticChange } from "../model/automatic.ts";
import { emptyStatus } from "../model/empty-status.ts";
import { DAY } from "../time.ts";
import { automaticAfter } from "./automatic-after.ts";
import { outcomeOf } from "./told-after.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const CALENDAR = { what: "calendar", ...GOOGLE, externalId: "Team" } as const;
const BOOKINGS = { what: "destination", integration: "google_calendar", externalId: "Team" } as const;
const EVERYTHING = { what: "everything", withBookings: false, ...GOOGLE } as const;

type Single = Exclude<AutomaticChange, { what: "everything" }>;

const pendingOf = (change: Single): PendingAction =>
  change.what === "calendar"
    ? { action: "select-calendar", at: 1, externalId: change.externalId }
    : { action: "set-destination", at: 1, integration: change.integration, externalId: change.externalId };

/** What an answer leaves: whether `Team` is checked, whether bookings go there, and what is still waited for. */
function seen(done: boolean, pending: PendingAction[] = []): AccountState {
  const { state } = new MendingStory().answer(
    [google(1, "main", ...(done ? ["Team"] : []))],
    done ? "Team" : "main",
  );
  return { ...state, pending };
}

describe.each([
  ["a calendar", CALENDAR, { ...CALENDAR, externalId: "Family" }, BOOKINGS],
  ["bookings", BOOKINGS, { ...BOOKINGS, integration: "office365_calendar" }, CALENDAR],
] as const)("%s", (_, change, other, another) => {
  test("is put back when an answer shows it that was waited for", () => {
    const before = seen(false, [pendingOf(change)]);
    expect(outcomeOf(change, before, seen(true))).toBe("shown");
    expect(outcomeOf(change, before, seen(true, [pendingOf(another)]))).toBe("shown");
  });

  test("is waited for while no answer shows it", () => {
    const before = seen(false, [pendingOf(change)]);
    expect(outcomeOf(change, before, seen(false, [pendingOf(another), pendingOf(change)]))).toBe("waiting");
  });

  test("is over when it was waited for long enough, or not at all", () => {
    expect(outcomeOf(change, seen(false, [pendingOf(change)]), seen(false))).toBe("over");
    expect(outcomeOf(change, seen(false), seen(true))).toBe("over");
    for (const one of [other, another]) {
      const pending = [pendingOf(one)];
      expect(outcomeOf(change, seen(false, pending), seen(true))).toBe("over");
      expect(outcomeOf(change, seen(false, pending), seen(false, pending))).toBe("over");
    }
  });
});

describe("one more look", () => {
  const NOW = 100 * DAY;
  const rewrite = { at: 1, to: null, writtenAt: null, tried: true };
  const of = (underWay: AutomaticChange | null) => ({
    ...emptyStatus().automatic,
    acts: [NOW - DAY, NOW - 1],
    rewrite,
    underWay,
  });
  const look = (before: AccountState, after: AccountState, observation = goodAnswer()) => ({
    before,
    after,
    observation,
    now: NOW,
  });
  const waiting = [pendingOf(CALENDAR)];

  test("says what is done, and forgets it", () => {
    const after = automaticAfter(of(CALENDAR), [], look(seen(false, waiting), seen(true)));
    expect(after).toMatchObject({ underWay: CALENDAR, done: CALENDAR, automatic: { underWay: null } });
  });

  test("keeps what is waited for, also without an answer", () => {
    const state = seen(false, waiting);
    const again = automaticAfter(of(CALENDAR), [], look(state, state));
    expect(again).toMatchObject({ underWay: CALENDAR, done: null, automatic: { underWay: CALENDAR } });
    const failed = automaticAfter(of(CALENDAR), [], look(state, state, failedWith({ reason: "timed-out" })));
    expect(failed).toMatchObject({ underWay: CALENDAR, done: null, automatic: { underWay: CALENDAR } });
    expect(failed.automatic.rewrite).toEqual(rewrite);
  });

  test("lets go of what nothing came of", () => {
    const after = automaticAfter(of(CALENDAR), [], look(seen(false, waiting), seen(false)));
    expect(after).toMatchObject({ underWay: null, done: null, automatic: { underWay: null } });
  });

  test("forgets what was done longer than a day ago, and a rewritten destination that is as it was", () => {
    const { automatic } = automaticAfter(of(null), [], look(seen(false), seen(false)));
    expect(automatic).toMatchObject({ acts: [NOW - 1], rewrite: null, underWay: null });
  });

  test("goes on with everything for as long as that is under way", () => {
    const { state, mendings } = removed().known;
    const restoring = mendings.map((one) => ({ ...one, restoringSince: NOW }));
    const during = automaticAfter(of(EVERYTHING), restoring, look(state, state));
    expect(during).toMatchObject({ underWay: EVERYTHING, done: null, automatic: { underWay: EVERYTHING } });
    for (const known of [mendings, []]) {
      const over = automaticAfter(of(EVERYTHING), known, look(state, state));
      expect(over).toMatchObject({ underWay: null, done: null, automatic: { underWay: null } });
    }
  });

  test("tells of nothing when nothing was asked for", () => {
    const { state } = rewritten().known;
    expect(automaticAfter(of(null), [], look(state, state))).toMatchObject({ underWay: null, done: null });
  });
});
