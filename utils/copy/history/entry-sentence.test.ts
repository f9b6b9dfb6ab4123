import { describe, expect, test } from "vitest";
import { NOW } from "../../../tests/support/unit/world.ts";
import { journaledActions } from "../../core/model/actions.ts";
import type { HistoryEntry, NamedConnection } from "../../core/model/history.ts";
import { FINDING_KINDS } from "../../core/model/kinds.ts";
import { entryPlace, entrySentence } from "./entry-sentence.ts";

const GOOGLE: NamedConnection = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
  app: "Google Calendar",
  whose: "dana@example.com",
};
const FEED = { ...GOOGLE, integration: "ics-feed_calendar", app: "ICS Feed", whose: null };

const entry = (what: Omit<HistoryEntry, "at">): HistoryEntry => ({ at: NOW, ...what });
const say = (what: Omit<HistoryEntry, "at">) => entrySentence(entry(what), [GOOGLE, FEED]);

test.each<[Omit<HistoryEntry, "at">, string]>([
  [{ event: "came", kind: "connection-error", connection: 0 }, "Google Calendar (dana@example.com) broke"],
  [{ event: "recovered", kind: "connection-error", connection: 1 }, "ICS Feed works again"],
  [{ event: "came", kind: "unreachable" }, "Can't reach Cal.com"],
  [{ event: "came", kind: "calendar-gone", connection: 0, name: "Family" }, '"Family" has disappeared'],
  [
    { event: "ended", kind: "connection-gone", connection: 1 },
    "No longer reported: ICS Feed is no longer connected",
  ],
  [{ event: "unselected", connection: 0, name: "Family" }, '"Family" is no longer checked for conflicts'],
  [
    { event: "selected", connection: 0, name: "Family", byPerson: true },
    '"Family" is checked for conflicts now (by you)',
  ],
  [
    { event: "destination", name: "Work", from: "dana@example.com" },
    'Bookings now go to "Work" instead of "dana@example.com"',
  ],
  [{ event: "destination", name: "Work", byPerson: true }, 'Bookings now go to "Work" (by you)'],
  [{ event: "destination", name: "Work", byItself: true }, 'Put back by itself: bookings go to "Work" again'],
  [
    { event: "selected", connection: 0, name: "Family", byItself: true },
    'Put back by itself: "Family" is checked for conflicts again',
  ],
  [
    { event: "unselected", connection: 0, name: "Family", byItself: true },
    'Put back by itself: "Family" is not checked for conflicts, as before',
  ],
  [{ event: "destination", from: "Work" }, 'Bookings are no longer added to "Work"'],
  [{ event: "destination" }, "The calendar to add bookings to has changed"],
  [
    { event: "action", action: "acknowledge", kind: "read-only", connection: 0, name: "Birthdays" },
    'You marked as expected: "Birthdays" is read-only',
  ],
  [{ event: "action", action: "keep-destination" }, "You kept the new calendar for bookings"],
  [
    { event: "action", action: "keep-destination", name: "Work" },
    'You kept "Work" as the calendar for bookings',
  ],
])("%o is told as one sentence", (what, sentence) => {
  expect(say(what)).toBe(sentence);
});

test("a snooze is told from the day it began on, whatever day that is read on", () => {
  const until = (hours: number) => say({ event: "action", action: "snooze", until: NOW + hours * 3_600_000 });
  expect(until(1)).toBe("You snoozed badge and notifications until 15:05");
  expect(until(18)).toBe("You snoozed badge and notifications until Thu 5 Mar, 8:05");
});

test("what is not known has a word all the same", () => {
  expect(say({ event: "came", kind: "flapping", connection: 7 })).toBe("A connection keeps breaking");
  expect(say({ event: "selected" })).toBe('"Unnamed calendar" is checked for conflicts now');
  expect(say({ event: "came" })).toBe("Something changed");
  expect(say({ event: "action" })).toBe("Something changed");
});

describe("nothing is left without words", () => {
  const finished = (sentence: string) => {
    expect(sentence).not.toMatch(/history[._]|\$\d|undefined/);
    expect(sentence).toMatch(/\S/);
  };

  test.each(FINDING_KINDS)("%s", (kind) => {
    const about = { kind, connection: 0, name: "Family" };
    const events = (["came", "recovered", "ended"] as const).map((event) => say({ event, ...about }));
    events.forEach(finished);
    expect(new Set(events).size).toBe(3);
  });

  test("every kind has words of its own", () => {
    const came = FINDING_KINDS.map((kind) => say({ event: "came", kind, connection: 0, name: "Family" }));
    expect(new Set(came).size).toBe(FINDING_KINDS.length);
  });

  test("every action has words of its own", () => {
    const actions = journaledActions().map((action) =>
      say({ event: "action", action, kind: "read-only", name: "Family", until: NOW }),
    );
    actions.forEach(finished);
    expect(new Set(actions).size).toBe(journaledActions().length);
  });
});

test("where a calendar is stands beside it, unless the sentence has it", () => {
  const place = (what: Omit<HistoryEntry, "at">) => entryPlace(entry(what), [GOOGLE, FEED]);
  expect(place({ event: "unselected", connection: 0, name: "Family" })).toBe(
    "Google Calendar (dana@example.com)",
  );
  expect(place({ event: "came", kind: "connection-error", connection: 0 })).toBeNull();
  expect(place({ event: "came", kind: "unreachable" })).toBeNull();
});
