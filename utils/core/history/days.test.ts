import { describe, expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import { namesIn } from "../../copy/history/names.ts";
import type { AccountState, FindingRecord } from "../model/account-state.ts";
import { emptyHistory, type History } from "../model/history.ts";
import { connectionKey, connectionSubject } from "../model/subject.ts";
import { bytesOf } from "./bound-entries.ts";
import { noteDay, passDays } from "./days.ts";

const TODAY = "2026-03-04";
const healthy = accountStateOf(aConnection());
const broken = (change: Partial<FindingRecord> = {}): AccountState => ({
  ...accountStateOf(aConnection({ condition: "broken" })),
  findings: [aFinding({ kind: "connection-error", subject: connectionSubject(GOOGLE), ...change })],
});
const daysOf = (history: History) => history.days.map(({ last, days }) => `${last} ${days}`);
const after = (...answers: [AccountState, string?][]) =>
  answers.reduce(
    (history, [state, today = TODAY]) => noteDay(history, state, namesIn([state]), today),
    emptyHistory(),
  );

describe("a good answer", () => {
  test("shows that a connection worked, by the name it has now", () => {
    expect(after([healthy]).days).toEqual([
      { ...GOOGLE, app: "Google Calendar", whose: "dana@example.com", last: TODAY, days: "w" },
    ]);
  });

  test("that says nothing new leaves the history as it is", () => {
    const history = after([healthy]);
    expect(noteDay(history, healthy, namesIn([healthy]), TODAY)).toBe(history);
  });

  test("shows that it was broken or gone for some of the day, once that is confirmed", () => {
    expect(daysOf(after([healthy], [broken()], [healthy]))).toEqual([`${TODAY} b`]);
    expect(daysOf(after([broken({ kind: "connection-gone" })]))).toEqual([`${TODAY} b`]);
    expect(daysOf(after([broken({ inhibited: true, acknowledged: true })]))).toEqual([`${TODAY} b`]);
  });

  test("in which it is only suspected says nothing of the day", () => {
    expect(daysOf(after([broken({ confirmed: false })]))).toEqual([]);
    expect(daysOf(after([healthy], [broken({ confirmed: false })]))).toEqual([`${TODAY} w`]);
  });

  test("is not read by what has ended, nor by what else is wrong", () => {
    const flapping = aFinding({ kind: "flapping", subject: connectionSubject(GOOGLE) });
    const over = aFinding({
      kind: "connection-error",
      subject: connectionSubject(GOOGLE),
      endedCounted: 1,
      inhibited: true,
    });
    expect(daysOf(after([{ ...healthy, findings: [flapping, over] }]))).toEqual([`${TODAY} w`]);
  });

  test("is that of each connection", () => {
    const feed = aConnection({ ...FEED, appName: null });
    const both = { ...broken(), connections: [...broken().connections, feed] };
    expect(after([both]).days.map(({ app, days }) => [app, days])).toEqual([
      ["Google Calendar", "b"],
      ["ICS Feed", "w"],
    ]);
  });
});

describe("a connection", () => {
  test("that is connected again goes on with the days it had", () => {
    const again = { ...GOOGLE, credentialId: 9 };
    const history = noteDay(
      after([broken(), "2026-03-03"]),
      accountStateOf(aConnection(again)),
      namesIn([accountStateOf(aConnection(again))]),
      TODAY,
      new Map([[connectionKey(GOOGLE), again]]),
    );
    expect(history.days).toMatchObject([{ credentialId: 9, days: "bw", last: TODAY }]);
  });

  test("that another one stood beside and stands for now has one row with it, broken where either was", () => {
    const again = { ...GOOGLE, credentialId: 9 };
    const beside = { ...broken(), connections: [...broken().connections, aConnection(again)] };
    const both = after([healthy, "2026-03-01"], [broken(), "2026-03-02"], [beside, "2026-03-03"]);
    expect(daysOf(both)).toEqual(["2026-03-03 wbb", "2026-03-03 w"]);
    const alone = accountStateOf(aConnection(again));
    const renamed = new Map([[connectionKey(GOOGLE), again]]);
    const history = noteDay(both, alone, namesIn([alone]), "2026-03-05", renamed);
    expect(history.days).toMatchObject([{ credentialId: 9, days: "wbb-w", last: "2026-03-05" }]);
  });

  test.each([
    ["each of whose days", "2026-03-04", "wb", "2026-03-04", "bw", "bb"],
    ["of which one was heard of for longer", "2026-03-04", "wwwb", "2026-03-04", "w", "wwwb"],
    ["of which the other was", "2026-03-04", "w", "2026-03-04", "bwww", "bwww"],
    ["of which one was last heard of earlier", "2026-03-01", "bw", "2026-03-04", "ww", "bw-ww"],
    ["of which the other was", "2026-03-04", "ww", "2026-03-01", "bw", "bw-ww"],
    ["of which some days are unknown", "2026-03-04", "w--b", "2026-03-04", "w-w", "ww-b"],
  ])("that stands for another one has its days, too: %s", (_, last, days, otherLast, otherDays, both) => {
    const again = { ...GOOGLE, credentialId: 9 };
    const named = { app: "Google Calendar", whose: null };
    const history = {
      ...emptyHistory(),
      days: [
        { ...GOOGLE, ...named, last, days },
        { ...again, ...named, last: otherLast, days: otherDays },
      ],
    };
    const renamed = new Map([[connectionKey(GOOGLE), again]]);
    const joined = noteDay(history, accountStateOf(), namesIn([]), TODAY, renamed);
    expect(joined.days).toEqual([{ ...again, ...named, last: TODAY, days: both }]);
  });

  test("that is forgotten stays until nothing was heard of it for 30 days", () => {
    const history = after([healthy, "2026-02-03"], [accountStateOf(), TODAY]);
    expect(daysOf(history)).toEqual(["2026-02-03 w"]);
    expect(passDays(history, TODAY)).toBe(history);
    expect(passDays(history, "2026-03-05").days).toEqual([]);
  });
});

test("of more than 500 connections those last heard of go", () => {
  const old = accountStateOf(
    ...Array.from({ length: 300 }, (_, index) => aConnection({ credentialId: index }, [])),
  );
  const now = accountStateOf(
    ...Array.from({ length: 400 }, (_, index) => aConnection({ credentialId: 1_000 + index }, [])),
  );
  const { days } = after([old, "2026-03-03"], [now, TODAY]);
  expect(days).toHaveLength(500);
  expect(days.filter(({ last }) => last === TODAY)).toHaveLength(400);
});

test("the size in bytes is bounded, too", () => {
  const name = "漢".repeat(60);
  const many = Array.from({ length: 500 }, (_, index) =>
    aConnection({ credentialId: index, appName: name }, [{ email: name }]),
  );
  const { days } = after([accountStateOf(...many)]);
  expect(bytesOf(days)).toBeLessThanOrEqual(100_004);
  expect(days.length).toBeGreaterThan(200);
});
