import { describe, expect, test } from "vitest";
import type { History, HistoryEntry } from "../model/history.ts";
import { entriesOf, historyItems } from "./incidents.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const ROW = { ...GOOGLE, app: "Google Calendar", whose: "dana@example.com" };
/** By their index. The last two are the first one, connected again, and another person's. */
const CONNECTIONS = [
  ROW,
  { ...ROW, integration: "office365_calendar", credentialId: 2, app: "Outlook Calendar" },
  { ...ROW, credentialId: 9 },
  { ...ROW, credentialId: 10, whose: "kim@example.com" },
];

type What = Omit<HistoryEntry, "at">;
const broke = (connection = 0, change: Partial<What> = {}): What => ({
  event: "came",
  kind: "connection-error",
  level: "error",
  connection,
  ...change,
});
const works = (connection = 0): What => broke(connection, { event: "recovered" });

/** @param entries a time each, and what happened then */
function historyOf(...entries: [at: number, what: What][]): History {
  return { connections: CONNECTIONS, entries: entries.map(([at, what]) => ({ at, ...what })), days: [] };
}

const items = (...entries: [number, What][]) =>
  historyItems(historyOf(...entries)).map(({ entry, incident }) =>
    incident ? [entry.connection, incident.begin, incident.end, incident.outcome] : [entry.event, entry.at],
  );

describe("begin and end of a problem", () => {
  test("are one item", () => {
    expect(items([1, broke()], [5, works()])).toEqual([[0, 1, 5, "recovered"]]);
  });

  test("belong together when another one broke and recovered meanwhile", () => {
    expect(items([1, broke(0)], [2, broke(1)], [3, works(0)], [4, works(1)])).toEqual([
      [1, 2, 4, "recovered"],
      [0, 1, 3, "recovered"],
    ]);
  });

  test("belong together for one calendar each, and for one kind each", () => {
    const lost = (name: string, event: HistoryEntry["event"]): What => ({
      event,
      kind: "selection-lost",
      connection: 0,
      name,
    });
    expect(
      items(
        [1, lost("Family", "came")],
        [2, lost("Work", "came")],
        [3, broke()],
        [4, lost("Work", "recovered")],
      ),
    ).toEqual([
      [0, 3, null, "open"],
      [0, 2, 4, "recovered"],
      [0, 1, null, "open"],
    ]);
  });

  test("happen again, and are another item then", () => {
    expect(items([1, broke()], [2, works()], [5, broke()], [6, works()])).toEqual([
      [0, 5, 6, "recovered"],
      [0, 1, 2, "recovered"],
    ]);
  });

  test("are told apart from an end by acceptance or removal", () => {
    expect(items([1, broke()], [5, broke(0, { event: "ended" })])).toEqual([[0, 1, 5, "ended"]]);
  });

  test("are those of one account at one app, when it was connected again meanwhile", () => {
    expect(items([1, broke(0)], [5, works(2)])).toEqual([[0, 1, 5, "recovered"]]);
    expect(items([1, broke(0)], [5, works(3)])).toEqual([
      [3, null, 5, "recovered"],
      [0, 1, null, "open"],
    ]);
  });

  test("are of one kind and about one thing, also when an account was connected again", () => {
    const gone = broke(2, { event: "recovered", kind: "connection-gone" });
    expect(items([1, broke(0)], [5, gone])).toEqual([
      [2, null, 5, "recovered"],
      [0, 1, null, "open"],
    ]);
    const lost = (connection: number, name: string, event: HistoryEntry["event"]) =>
      broke(connection, { event, kind: "selection-lost", name });
    expect(
      items([1, lost(0, "Family", "came")], [2, lost(0, "Work", "came")], [5, lost(2, "Work", "recovered")]),
    ).toEqual([
      [0, 2, 5, "recovered"],
      [0, 1, null, "open"],
    ]);
  });

  test("are of one app, whoever's account it is", () => {
    const outlook = { ...ROW, integration: "office365_calendar", credentialId: 7 };
    const history = historyOf([1, broke(0)], [5, works(4)]);
    const [end] = historyItems({ ...history, connections: [...CONNECTIONS, outlook] });
    expect(end?.incident).toMatchObject({ begin: null, end: 5 });
    const nobodys = (id: number) => ({ ...ROW, credentialId: id, whose: null });
    const unknown = { ...history, connections: [nobodys(1), ROW, ROW, ROW, nobodys(7)] };
    expect(historyItems(unknown)[0]?.incident).toMatchObject({ begin: null, end: 5 });
  });

  test("are those of one connection first, where two of the same account broke", () => {
    expect(items([1, broke(0)], [2, broke(2)], [5, works(2)])).toEqual([
      [2, 2, 5, "recovered"],
      [0, 1, null, "open"],
    ]);
  });
});

test("a problem that is not over is open", () => {
  expect(items([1, broke()])).toEqual([[0, 1, null, "open"]]);
});

test("an end without a begin is an item of its own, at the time of the end", () => {
  const [item] = historyItems(historyOf([5, works()]));
  expect(item).toMatchObject({ at: 5, incident: { begin: null, end: 5, outcome: "recovered" } });
});

test("a problem that became worse began when it came first, and is as bad as it was at worst", () => {
  const [item] = historyItems(
    historyOf(
      [1, broke(0, { level: "notice" })],
      [2, broke()],
      [3, broke(0, { level: "warning" })],
      [9, works()],
    ),
  );
  expect(item).toMatchObject({ at: 1, entry: { level: "error" }, incident: { begin: 1, end: 9 } });
  expect(item?.entries.map(({ at }) => at)).toEqual([1, 2, 3, 9]);
});

test("a problem that only became less bad is as bad as it was at first", () => {
  const [item] = historyItems(
    historyOf([1, broke(0, { level: "warning" })], [2, broke(0, { level: "notice" })]),
  );
  expect(item?.entry.level).toBe("warning");
  const [same] = historyItems(
    historyOf([1, broke(0, { level: "notice" })], [2, broke(0, { level: "notice" })]),
  );
  expect(same?.entry.level).toBe("notice");
});

test("an end before the begin, of a clock that was set back, is at the begin", () => {
  expect(items([5, broke()], [3, works()])).toEqual([[0, 5, 5, "recovered"]]);
});

test("all else is an item each, the newest first; of one moment what was written later comes first", () => {
  expect(
    items([1, { event: "destination" }], [2, { event: "selected" }], [2, { event: "unselected" }]),
  ).toEqual([
    ["unselected", 2],
    ["selected", 2],
    ["destination", 1],
  ]);
});

test("a clock that was set back does not put the list out of order", () => {
  const at = (...times: number[]) =>
    items(...times.map((time): [number, What] => [time, { event: "selected" }]));
  expect(at(9, 7, 8).map(([, time]) => time)).toEqual([9, 8, 7]);
});

test("items are made of every entry, which leave them the newest first", () => {
  const history = historyOf([1, broke()], [2, { event: "selected" }], [3, works()], [4, broke()]);
  expect(entriesOf(historyItems(history)).map(({ at }) => at)).toEqual([4, 3, 2, 1]);
  const atOnce = historyOf([1, broke(0, { level: "notice" })], [1, broke()]);
  expect(entriesOf(historyItems(atOnce)).map(({ level }) => level)).toEqual(["error", "notice"]);
});
