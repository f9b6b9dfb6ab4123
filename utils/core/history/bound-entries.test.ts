import { describe, expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { namesIn } from "../../copy/history/names.ts";
import type { AccountEvent } from "../model/changes.ts";
import { emptyHistory, type History } from "../model/history.ts";
import { type ConnectionId, calendarSubject, connectionSubject } from "../model/subject.ts";
import { boundEntries, bytesOf, halfOf, MOST_BYTES, OLDEST_MS, withoutOld } from "./bound-entries.ts";
import { record } from "./record.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");
const MINUTE = 60_000;

const idOf = (credentialId: number): ConnectionId => ({ ...GOOGLE, credentialId });
const broke = (credentialId = 1): AccountEvent => ({
  what: "came",
  kind: "connection-error",
  subject: connectionSubject(idOf(credentialId)),
  level: "error",
});

/** That many breaks of different connections, a minute apart, the last one now. */
function breaks(count: number): History {
  const state = accountStateOf(
    ...Array.from({ length: count }, (_, index) => aConnection({ credentialId: index })),
  );
  return Array.from({ length: count }).reduce<History>(
    (history, _, index) =>
      record(history, [broke(index)], namesIn([state]), NOW - (count - 1 - index) * MINUTE),
    emptyHistory(),
  );
}

test("of more than 2,000 entries the oldest go", () => {
  const state = accountStateOf(aConnection());
  const entries = Array.from({ length: 2_000 }, (_, index) => ({
    at: NOW - 2_000 + index,
    event: "came" as const,
    connection: 0,
  }));
  const full = { ...emptyHistory(), connections: [{ ...GOOGLE, app: "Google", whose: null }], entries };
  expect(boundEntries(full)).toBe(full);
  const more = record(full, [broke(), broke()], namesIn([state]), NOW);
  expect(more.entries).toHaveLength(2_000);
  expect(more.entries[0]?.at).toBe(NOW - 1_998);
  expect(more.entries.at(-1)).toMatchObject({ at: NOW, kind: "connection-error", connection: 1 });
});

describe("after 90 days", () => {
  test("an entry leaves, also when nothing new comes", () => {
    const history = record(emptyHistory(), [broke()], namesIn([accountStateOf(aConnection())]), NOW);
    expect(withoutOld(history, NOW + OLDEST_MS)).toBe(history);
    expect(withoutOld(history, NOW + OLDEST_MS + 1)).toEqual(emptyHistory());
  });

  test("connections that no entry names any more leave, and the others are still named by theirs", () => {
    const history = breaks(5);
    const later = withoutOld(history, NOW + OLDEST_MS - 2 * MINUTE + 1);
    expect(later.entries.map(({ connection }) => later.connections[connection ?? -1]?.credentialId)).toEqual([
      3, 4,
    ]);
    expect(later.connections).toHaveLength(2);
    const again = record(later, [broke(0), broke(4)], namesIn([accountStateOf()]), NOW + 1);
    expect(again.entries.map(({ connection }) => again.connections[connection ?? -1]?.credentialId)).toEqual([
      3, 4, 4, 0,
    ]);
  });

  test("an entry of the time before the clock was set back stays", () => {
    const history = record(
      emptyHistory(),
      [broke()],
      namesIn([accountStateOf(aConnection())]),
      NOW + 10 * OLDEST_MS,
    );
    const later = record(history, [broke()], namesIn([accountStateOf(aConnection())]), NOW);
    expect(later.entries.map(({ at }) => at)).toEqual([NOW + 10 * OLDEST_MS, NOW]);
  });
});

test("where there is no room for more the older half goes, with the connections that it alone named", () => {
  const history = {
    ...breaks(5),
    days: [{ ...GOOGLE, app: "Google", whose: null, last: "2026-03-04", days: "w" }],
  };
  const half = halfOf(history);
  expect(half.entries.map(({ at }) => (NOW - at) / MINUTE)).toEqual([1, 0]);
  expect(half.connections.map(({ credentialId }) => credentialId)).toEqual([3, 4]);
  expect(half.entries.map(({ connection }) => connection)).toEqual([0, 1]);
  expect(half.days).toEqual(history.days);
  const without: History = { ...emptyHistory(), entries: [1, 2].map((at) => ({ at, event: "action" })) };
  expect(halfOf(without)).toEqual({ ...without, entries: [{ at: 2, event: "action" }] });
});

test("connections keep their order, whichever of them an entry names first", () => {
  const history = breaks(4);
  const [first, second, ...rest] = history.entries;
  if (!first || !second) throw new Error("There are four entries.");
  const swapped = { ...history, entries: [first, ...rest.toReversed(), second] };
  const kept = withoutOld(swapped, NOW + OLDEST_MS - 2 * MINUTE);
  expect(kept.connections.map(({ credentialId }) => credentialId)).toEqual([1, 2, 3]);
  expect(kept.entries.map(({ connection }) => kept.connections[connection ?? -1]?.credentialId)).toEqual([
    3, 2, 1,
  ]);
});

test("an entry of a connection that is not there does no harm", () => {
  const history = { ...emptyHistory(), entries: [{ at: NOW, event: "came" as const, connection: 7 }] };
  const later = record(history, [broke()], namesIn([accountStateOf(aConnection())]), NOW);
  expect(later.connections[later.entries.at(-1)?.connection ?? -1]).toMatchObject({ app: "Google Calendar" });
});

describe("the size in bytes", () => {
  test("is measured as Chrome does, which writes < as six", () => {
    expect(bytesOf("<")).toBe(8);
    expect(bytesOf("ä")).toBe(4);
    expect(bytesOf(undefined)).toBe(0);
  });

  test("is bounded, whatever the names: the newest entries stay", () => {
    const worst = "<".repeat(60);
    const state = accountStateOf(
      ...Array.from({ length: 20 }, (_, index) =>
        aConnection({ credentialId: index, appName: worst }, [{ name: worst, email: worst }]),
      ),
    );
    const lost = (index: number): AccountEvent => ({
      what: "unselected",
      subject: calendarSubject(idOf(index % 20), "c0"),
      byPerson: true,
    });
    let history = emptyHistory();
    for (let time = 0; time < 25; time++) {
      const many = Array.from({ length: 100 }, (_, index) => lost(index));
      history = record(history, many, namesIn([state]), NOW + time);
    }
    expect(bytesOf(history.connections) + bytesOf(history.entries)).toBeLessThanOrEqual(MOST_BYTES + 4);
    expect(history.entries.length).toBeGreaterThan(700);
    expect(history.entries.at(-1)?.at).toBe(NOW + 24);
  });
});
