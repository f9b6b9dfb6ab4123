import { describe, expect, test } from "vitest";
import {
  broken,
  calendar,
  danas,
  google,
  type Json,
  outlook,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { readLine } from "../../diagnostics/replay/line.ts";
import { knownCalendars, unkeptCalendars } from "../calendars/distinct.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { evaluate } from "./evaluate.ts";
import { countCalendars, keepCalendars } from "./keep-calendars.ts";

const BEGIN = Date.parse("2026-01-05T09:00:00Z");

function take(state: AccountState, body: Json, minutes: number) {
  const now = BEGIN + minutes * 60_000;
  const { event } = readLine(JSON.stringify({ at: new Date(now).toISOString(), status: 200, body }));
  if (event.type === "action") throw new Error("not an answer");
  return evaluate(state, event.observation, now, DEFAULT_SETTINGS);
}

const GOOGLE = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const of = (state: AccountState, id: number) =>
  state.connections.find(({ credentialId }) => credentialId === id);
const idsOf = (state: AccountState, id: number) =>
  of(state, id)?.calendars.map(({ externalId }) => externalId);

/** Ten that are checked and ten that are not in one connection, ten of one that broke, and the destination. */
const LISTED = google(
  135,
  calendar("dana@example.com"),
  ...many(10, (index) => calendar(`on${index}`)),
  ...many(10, (index) => unselected(`off${index}`)),
);
const BROKE = outlook(212, ...many(10, (index) => calendar(`o${index}`)));
const BODY = danas(LISTED, broken(BROKE, REVOKED));

function aState(): AccountState {
  const before = take(emptyAccountState(), danas(LISTED, BROKE), 0).state;
  return take(before, BODY, 6).state;
}

describe("where there is no room for all", () => {
  test("a state with no more than fit is the same", () => {
    const state = aState();
    expect(keepCalendars(state, 31)).toBe(state);
  });

  test("calendars that are not checked go first, with what is said of them, and are counted", () => {
    const state = keepCalendars(aState(), 25);
    expect(countCalendars(state)).toBe(25);
    expect(idsOf(state, 135)?.filter((id) => id.startsWith("off"))).toHaveLength(4);
    expect(idsOf(state, 135)?.filter((id) => id.startsWith("on"))).toHaveLength(10);
    expect(of(state, 135)?.notKept).toBe(6);
    expect(state.findings.filter(({ kind }) => kind === "not-selected")).toHaveLength(4);
  });

  test("nothing that is broken, a problem, or where bookings go gives way, however little room there is", () => {
    const before = aState();
    const state = keepCalendars(before, 0);
    expect(idsOf(state, 135)).toEqual(["dana@example.com"]);
    expect(of(state, 212)).toEqual(of(before, 212));
    const problems = ({ findings }: AccountState) =>
      findings.filter(({ level }) => level !== "notice").map(identity);
    expect(problems(before).length).toBeGreaterThan(0);
    expect(problems(state)).toEqual(problems(before));
  });

  test("nor does a calendar of which something is wrong", () => {
    const listed = google(135, calendar("dana@example.com"), unselected("main", { primary: true }));
    const { state } = take(emptyAccountState(), danas(listed), 0);
    expect(state.findings).toMatchObject([{ kind: "not-selected", level: "warning" }]);
    expect(keepCalendars(state, 0)).toEqual(state);
  });

  test("one that is missing, or in doubt, stays", () => {
    const fewer = google(135, calendar("dana@example.com"), calendar("on0"));
    const { state } = take(aState(), danas(fewer, broken(BROKE, REVOKED)), 20);
    expect(idsOf(keepCalendars(state, 0), 135)).toHaveLength(10);
    // Also where what is said of it was lost.
    expect(idsOf(keepCalendars({ ...state, findings: [] }, 0), 135)).toHaveLength(10);
  });

  test("the same ones are kept in whatever order they are listed", () => {
    const turned = google(135, ...[...(LISTED as { calendars: Json[] }).calendars].reverse());
    const other = take(aState(), danas(turned, broken(BROKE, REVOKED)), 20).state;
    expect(idsOf(keepCalendars(other, 20), 135)?.sort()).toEqual(
      idsOf(keepCalendars(aState(), 20), 135)?.sort(),
    );
  });
});

describe("calendars that two connections list", () => {
  const ten = many(10, (index) => calendar(`s${index}`));
  const body = danas(google(135, ...ten), google(136, ...ten));
  const { state } = take(emptyAccountState(), body, 0);
  const counts = (of: AccountState) => [knownCalendars([of]), unkeptCalendars([of])];

  test("are all watched as long as one of both is kept", () => {
    const cut = keepCalendars(state, 12);
    expect(countCalendars(cut)).toBe(12);
    expect(counts(cut)).toEqual([10, 0]);
    expect(cut.connections.map(({ notKept = 0 }) => notKept).sort()).toEqual([0, 8]);
  });

  test("are one where neither is kept, at once or one after the other", () => {
    expect(counts(keepCalendars(state, 4))).toEqual([4, 6]);
    expect(counts(keepCalendars(keepCalendars(state, 12), 4))).toEqual([4, 6]);
  });

  test("are counted anew with the next answer", () => {
    const next = take(keepCalendars(state, 12), body, 20).state;
    expect(counts(next)).toEqual([10, 0]);
    expect(next.connections.some((one) => "listedTwice" in one)).toBe(false);
  });
});

describe("after that", () => {
  test("an answer with all of them is no news, and all are known again", () => {
    const cut = keepCalendars(aState(), 15);
    const { state, changes } = take(cut, BODY, 20);
    expect(changes).toMatchObject({ events: [], notify: [] });
    expect(countCalendars(state)).toBe(31);
    expect(of(state, 135)).not.toHaveProperty("notKept");
    expect(keepCalendars(state, 15).connections.map(({ notKept }) => notKept)).toEqual([16, undefined]);
  });

  test("what was not kept passes for no calendar of the same name that is missing", () => {
    const listed = (...more: Json[]) =>
      danas(
        google(135, ...many(10, (at) => calendar(`on${at}`)), ...more, unselected("z", { name: "Team" })),
      );
    const before = take(emptyAccountState(), listed(calendar("team", { name: "Team" })), 0).state;
    const kept = keepCalendars(before, 11);
    expect(idsOf(kept, 135)).not.toContain("z");
    const { findings } = take(kept, listed(), 30).state;
    expect(findings.map(identity)).toContain(
      identity({
        kind: "calendar-gone",
        subject: { type: "calendar", ...GOOGLE, externalId: "team" },
      }),
    );
  });

  test("what breaks off is told as ever", () => {
    const cut = keepCalendars(aState(), 15);
    const kept = idsOf(cut, 135)?.filter((id) => id.startsWith("on")) ?? [];
    const gone = kept[0] ?? "";
    const less = google(
      135,
      ...(LISTED as { calendars: { externalId: string }[] }).calendars.filter(
        ({ externalId }) => externalId !== gone,
      ),
    );
    const first = take(cut, danas(less, broken(BROKE, REVOKED)), 20).state;
    const { changes } = take(first, danas(less, broken(BROKE, REVOKED)), 40);
    expect(changes.notify).toMatchObject([{ kind: "calendar-gone", subject: { externalId: gone } }]);
  });

  test("a whole connection that breaks is told, with those of its calendars that are known", () => {
    const cut = keepCalendars(aState(), 15);
    const { state, changes } = take(cut, danas(broken(LISTED, REVOKED), broken(BROKE, REVOKED)), 20);
    expect(changes.notify.map(({ kind }) => kind)).toContain("connection-error");
    expect(of(state, 135)).toMatchObject({ condition: "broken", notKept: 16 });
  });
});
