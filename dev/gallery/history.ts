import { MINUTE, NOW } from "../../tests/fixtures/account.ts";
import type {
  ConnectionDays,
  History,
  HistoryEntry,
  NamedConnection,
} from "../../utils/core/model/history.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The connections of `people.ts`, by their index in the histories below. */
const NAMED: NamedConnection[] = [
  named("google_calendar", 135, "Google Calendar", "dana@example.com"),
  named("office365_calendar", 212, "Outlook Calendar", "dana@contoso.example"),
  named("apple_calendar", 301, "Apple Calendar", "dana@icloud.example"),
  named("caldav_calendar", 302, "CalDAV", null),
];
const [GOOGLE, OUTLOOK, APPLE, CALDAV] = [0, 1, 2, 3];

/** A month in which much went wrong, and right again. CalDAV was disconnected meanwhile. */
export function livelyHistory(): History {
  return {
    connections: NAMED,
    entries: [
      entry(21, 9.2, { event: "action", action: "connect" }),
      entry(21, 9.3, {
        event: "came",
        kind: "read-only",
        level: "notice",
        connection: GOOGLE,
        name: "Team rota",
      }),
      entry(21, 9.4, {
        event: "action",
        action: "acknowledge",
        kind: "read-only",
        connection: GOOGLE,
        name: "Team rota",
      }),
      entry(15, 11.1, { event: "came", kind: "connection-error", level: "error", connection: OUTLOOK }),
      entry(14, 8.6, { event: "recovered", kind: "connection-error", level: "error", connection: OUTLOOK }),
      entry(9, 16.5, { event: "came", kind: "connection-gone", level: "warning", connection: CALDAV }),
      entry(9, 16.8, { event: "action", action: "acknowledge", kind: "connection-gone", connection: CALDAV }),
      entry(9, 16.8, { event: "ended", kind: "connection-gone", level: "warning", connection: CALDAV }),
      entry(6, 10, { event: "unselected", connection: GOOGLE, name: "Family" }),
      entry(6, 10, {
        event: "came",
        kind: "selection-lost",
        level: "warning",
        connection: GOOGLE,
        name: "Family",
      }),
      entry(6, 13.7, { event: "selected", connection: GOOGLE, name: "Family", byPerson: true }),
      entry(6, 13.7, {
        event: "recovered",
        kind: "selection-lost",
        level: "warning",
        connection: GOOGLE,
        name: "Family",
      }),
      entry(3, 2.4, { event: "came", kind: "unreachable", level: "warning" }),
      entry(3, 5.1, { event: "recovered", kind: "unreachable", level: "warning" }),
      entry(1, 18.2, { event: "destination", name: "Board meetings", from: "dana@example.com" }),
      entry(1, 18.2, { event: "came", kind: "destination-changed", level: "warning" }),
      entry(1, 18.9, { event: "action", action: "snooze", until: NOW - 6.3 * HOUR }),
      entry(0, 8.1, {
        event: "destination",
        name: "dana@example.com",
        from: "Board meetings",
        byPerson: true,
      }),
      entry(0, 8.1, { event: "recovered", kind: "destination-changed", level: "warning" }),
      entry(0, 10.6, { event: "came", kind: "connection-error", level: "error", connection: GOOGLE }),
      entry(0, 12.9, { event: "recovered", kind: "connection-error", level: "error", connection: GOOGLE }),
    ],
    days: [
      days(GOOGLE, "--------wwwwwwwwwwwwwwwwww-wwb"),
      days(OUTLOOK, "wwwwwwwwwwwwwwbbwwwwwwwwww-www"),
      days(APPLE, "wwwwwwwwwwwwwwwwwwwwwwwwww-www"),
      { ...days(CALDAV, "wwwwbwwwwwwwwwwwwwwwb"), last: dateBefore(9) },
    ],
  };
}

/** The first day: one connection works, one broke and goes on being broken, and one broke often. */
export function firstDayHistory(): History {
  const short = [1, 3, 5, 7, 9].flatMap((hour) => [
    entry(0, hour, { event: "came", kind: "connection-error", level: "error", connection: APPLE }),
    entry(0, hour + 0.7, { event: "recovered", kind: "connection-error", level: "error", connection: APPLE }),
  ]);
  return {
    connections: NAMED,
    entries: [
      ...short,
      entry(0, 10.6, { event: "came", kind: "connection-error", level: "error", connection: OUTLOOK }),
    ],
    days: [days(GOOGLE, "w"), days(OUTLOOK, "b"), days(APPLE, "b")],
  };
}

/** One connection that never broke. */
export function quietHistory(): History {
  return { connections: [], entries: [], days: [days(GOOGLE, "w".repeat(30))] };
}

/** As many entries as are ever kept. */
export function fullHistory(): History {
  const entries = Array.from({ length: 2_000 }, (_, index): HistoryEntry => {
    const isBreak = index % 2 === 0;
    return {
      at: NOW - (2_000 - index) * HOUR,
      event: isBreak ? "came" : "recovered",
      kind: "connection-error",
      level: "error",
      connection: index % 3,
    };
  });
  return { ...livelyHistory(), entries };
}

function named(
  integration: string,
  credentialId: number,
  app: string,
  whose: string | null,
): NamedConnection {
  return { integration, credentialId, delegationCredentialId: null, app, whose };
}

/** @param hour of the day, e.g. 9.5 for half past nine */
function entry(daysAgo: number, hour: number, what: Omit<HistoryEntry, "at">): HistoryEntry {
  const midnight = Date.parse("2026-03-11T00:00:00+01:00");
  return { at: midnight - daysAgo * DAY + Math.round(hour * 60) * MINUTE, ...what };
}

function days(connection: number, letters: string): ConnectionDays {
  return { ...(NAMED[connection] as NamedConnection), last: dateBefore(0), days: letters };
}

function dateBefore(count: number): string {
  return new Date(NOW - count * DAY).toISOString().slice(0, 10);
}
