import { describe, expect, test } from "vitest";
import { type HistoryItem, historyItems } from "../../core/history/incidents.ts";
import type { HistoryEntry, NamedConnection } from "../../core/model/history.ts";
import { FINDING_KINDS } from "../../core/model/kinds.ts";
import { itemSentence, itemTime, outcomeText } from "./incident-text.ts";

const GOOGLE: NamedConnection = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
  app: "Google Calendar",
  whose: "dana@example.com",
};

/** The one item of these entries. */
function item(...entries: [local: string, event: HistoryEntry["event"], change?: Partial<HistoryEntry>][]) {
  const all = entries.map(
    ([local, event, change]): HistoryEntry => ({
      at: new Date(local).getTime(),
      event,
      kind: "connection-error",
      level: "error",
      connection: 0,
      ...change,
    }),
  );
  return historyItems({ connections: [GOOGLE], entries: all, days: [] })[0] as HistoryItem;
}

const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, " ").replace(/ ?– ?/g, "–");
const say = (of: HistoryItem) => [
  plain(itemTime(of)),
  plain(itemSentence(of, [GOOGLE])),
  of.incident && outcomeText(of.incident),
];

describe("a problem", () => {
  test("that is over is one sentence, from when until when, and how long", () => {
    expect(say(item(["2026-03-11T10:36", "came"], ["2026-03-11T12:54", "recovered"]))).toEqual([
      "10:36–12:54",
      "Google Calendar (dana@example.com) was broken for 2 h 18 min",
      "Solved",
    ]);
  });

  test("that was over within a minute has one time", () => {
    expect(say(item(["2026-03-11T10:36:10", "came"], ["2026-03-11T10:36:20", "recovered"]))[0]).toBe("10:36");
  });

  test("that went over midnight has the date of its end", () => {
    expect(say(item(["2026-03-10T23:10", "came"], ["2026-03-11T01:20", "recovered"]))[0]).toBe(
      "23:10–Wed 11 Mar, 1:20",
    );
  });

  test("that lasts says since when", () => {
    expect(say(item(["2026-03-11T10:36", "came"]))).toEqual([
      "since 10:36",
      "Google Calendar (dana@example.com) broke",
      null,
    ]);
  });

  test("whose begin is not kept has its end alone", () => {
    expect(say(item(["2026-03-11T12:54", "recovered"]))).toEqual([
      "12:54",
      "Google Calendar (dana@example.com) works again",
      "Solved",
    ]);
  });

  test("that was accepted or removed is not said to be solved", () => {
    expect(say(item(["2026-03-11T10:36", "came"], ["2026-03-11T10:54", "ended"]))[2]).toBe(
      "No longer reported",
    );
  });
});

test("what is no problem has its time and its sentence", () => {
  expect(say(item(["2026-03-11T08:06", "destination", { name: "Work" }]))).toEqual([
    "8:06",
    'Bookings now go to "Work"',
    null,
  ]);
});

test("every kind that is over has words of its own", () => {
  const all = FINDING_KINDS.map((kind) =>
    itemSentence(
      item(
        ["2026-03-11T10:36", "came", { kind, name: "Family" }],
        ["2026-03-11T12:54", "recovered", { kind, name: "Family" }],
      ),
      [GOOGLE],
    ),
  );
  expect(new Set(all).size).toBe(FINDING_KINDS.length);
  for (const sentence of all) {
    expect(sentence).not.toMatch(/history[._]|\$\d|undefined/);
    expect(plain(sentence)).toMatch(/2 h 18 min/);
  }
});
