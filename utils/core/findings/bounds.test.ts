import { expect, it, vi } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  danas,
  feed,
  google,
  type Json,
  outlook,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, DAY, MINUTE } from "../../../tests/support/unit/replay.ts";
import { readLine } from "../../diagnostics/replay/line.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { applyAction } from "./apply-action.ts";
import { BOUNDS } from "./bounds.ts";
import { evaluate } from "./evaluate.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const BEGIN = Date.parse("2026-01-05T09:00:00Z");

function take(state: AccountState, body: Json, seconds: number): AccountState {
  const now = BEGIN + seconds * 1000;
  const { event } = readLine(JSON.stringify({ at: new Date(now).toISOString(), status: 200, body }));
  if (event.type === "action") throw new Error("not an answer");
  return evaluate(state, event.observation, now, DEFAULT_SETTINGS).state;
}

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

it("keeps the newest 2,000 marks, and says how many went", () => {
  const readOnly = many(1_500, (index) => calendar(`r${index}`, { readOnly: true }));
  const others = many(600, (index) => unselected(`u${index}`));
  let state = take(emptyAccountState(), danas(google(135, ...readOnly, ...others)), 0);
  state = applyAction(
    state,
    { action: "acknowledge", matches: ({ kind }) => kind === "read-only" },
    BEGIN + 1_000,
  );
  state = applyAction(
    state,
    { action: "acknowledge", matches: ({ kind }) => kind === "not-selected" },
    BEGIN + 2_000,
  );
  expect(state.acknowledgements).toHaveLength(BOUNDS.acknowledgements);
  expect(state.dropped.acknowledgements).toBe(100);
  const expected = (kind: string) =>
    state.findings.filter((one) => one.kind === kind && one.acknowledged).length;
  expect([expected("not-selected"), expected("read-only")]).toEqual([600, 1_400]);
});

it("keeps the newest 500 that are gone, connections and calendars, and says how many went", () => {
  const team = google(135, calendar("a"), ...many(100, (index) => calendar(`c${index}`)));
  const feeds = many(450, (index) => feed(1_000 + index, `https://feeds.example.com/${index}`));
  let state = take(emptyAccountState(), answerOf([team, ...feeds]), 0);
  const fewer = answerOf([team]);
  const fewest = answerOf([google(135, calendar("a"))]);
  state = take(take(state, fewer, 300), fewer, 600);
  expect(state.dropped.gone).toBe(0);
  state = take(take(state, fewest, 900), fewest, 1_200);
  const gone = (kind: string) => state.findings.filter((one) => one.kind === kind).length;
  expect([gone("connection-gone"), gone("calendar-gone")]).toEqual([400, 100]);
  expect(state.dropped.gone).toBe(50);
  expect(state.connections).toHaveLength(401);
});

it("keeps the newest 64 breaks of a connection, and says how many went", () => {
  let state = take(emptyAccountState(), answerOf([google(135)]), 0);
  for (let time = 1; time <= 70; time++) {
    state = take(state, answerOf([broken(google(135), REVOKED)]), time * 100);
    state = take(state, answerOf([google(135)]), time * 100 + 50);
  }
  expect(state.connections[0]?.breaks).toHaveLength(BOUNDS.breaks);
  expect(state.connections[0]?.breaks.at(-1)).toBe(BEGIN + 7_000_000);
  expect(state.dropped.breaks).toBe(6);
});

it("remembers 20,000 calendars, those of a connection that broke before those of one that works", () => {
  const most = outlook(212, ...many(15_000, (index) => calendar(`o${index}`)));
  const rest = google(135, ...many(6_000, (index) => calendar(`g${index}`)));
  let state = take(emptyAccountState(), answerOf([most]), 0);
  state = take(state, answerOf([broken(most), rest]), MINUTE);
  const of = (id: number) => state.connections.find(({ credentialId }) => credentialId === id);
  expect([of(212), of(135)].map((one) => one?.calendars.length)).toEqual([15_000, 5_000]);
  expect([of(212), of(135)].map((one) => one?.notKept)).toEqual([undefined, 1_000]);
  expect(state.dropped.calendars).toBe(1_000);
});

it.each<[string, (index: number) => unknown[]]>([
  ["healthy", (index) => [google(index, calendar(`primary${index}`))]],
  ["revoked", (index) => [broken(google(index), REVOKED)]],
  ["broken for a moment", (index) => [broken(google(index))]],
  ["half readable", (index) => [{ credentialId: index }]],
])("does not grow when every answer has another connection that is %s", (_, entries) => {
  let state = emptyAccountState();
  for (let time = 0; time < 40; time++) {
    const listed = many(20, (index) => entries(time * 20 + index)).flat();
    state = take(state, answerOf(listed), time * 300);
  }
  expect(state.connections.length).toBeLessThanOrEqual(BOUNDS.gone + 40);
  expect(state.findings.length).toBeLessThanOrEqual(3 * BOUNDS.gone);
});

it("waits for the last 100 changes made from here", () => {
  const calendars = many(110, (index) => calendar(`c${index}`));
  let state = take(emptyAccountState(), answerOf([google(135, ...calendars)]), 0);
  for (let index = 0; index < 110; index++) {
    const ref = { externalId: `c${index}`, credentialId: 135, delegationCredentialId: null };
    state = applyAction(state, { action: "unselect-calendar", ...ref }, BEGIN + index);
  }
  expect(state.pending).toHaveLength(BOUNDS.pending);
  expect(state.pending.at(-1)?.externalId).toBe("c109");
});

it("waits for the last of several changes of one calendar alone", () => {
  let state = take(emptyAccountState(), answerOf([google(135, calendar("a"))]), 0);
  const ref = { externalId: "a", credentialId: 135, delegationCredentialId: null };
  for (const action of ["unselect-calendar", "select-calendar", "unselect-calendar"] as const)
    state = applyAction(state, { action, ...ref }, BEGIN);
  expect(state.pending.map(({ action }) => action)).toEqual(["unselect-calendar"]);
});

it("remembers 2,000 things that were told and went away", () => {
  const warned = many(2_100, (index) => unselected(`x${index}`, { primary: true }));
  const first = take(emptyAccountState(), danas(google(135, calendar("a"), ...warned)), 0);
  const state = take(first, danas(google(135, calendar("a"))), MINUTE);
  expect(state.findings.filter(({ endedCounted }) => endedCounted !== null)).toHaveLength(BOUNDS.told);
});

it("forgets after a month of answers what was told of something that went away", () => {
  const warned = danas(google(135, calendar("a"), unselected("x", { primary: true })));
  const without = danas(google(135, calendar("a")));
  const replay = after(warned);
  const away = (days: number) => {
    replay.answer(without);
    for (let day = 1; day < days; day++) replay.wait(DAY).answer(without);
    return replay.wait(DAY);
  };
  expect(away(30).answer(warned).notify).toEqual([]);
  expect(away(30).wait(1).answer(warned).notify).toEqual([]);
  expect(away(31).answer(warned).notify).toEqual(["not-selected 135 x"]);
});
