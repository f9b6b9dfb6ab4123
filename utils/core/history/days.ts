import type { AccountState } from "../model/account-state.ts";
import type { ConnectionDays, History } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { bytesOf } from "./bound-entries.ts";
import { isBreak } from "./breaks.ts";
import { type Names, storedId } from "./names.ts";

const MOST_ROWS = 500;
const MOST_BYTES = 100_000;

/** The identity of connections that go on under another one, by the key of the one they had. */
type Renamed = ReadonlyMap<string, Parameters<typeof storedId>[0]>;

/**
 * Notes what a good answer says of each connection's day: broken or gone for some of it, once that is confirmed; else that it
 * worked. What is only suspected says nothing.
 * @param state as it is after that answer
 * @param today local date of the answer, `YYYY-MM-DD`
 * @returns the same history when it says so already
 */
export function noteDay(
  history: History,
  state: AccountState,
  names: Names,
  today: string,
  renamed: Renamed = new Map(),
): History {
  const rows = new Map(carried(history.days, renamed).map((row) => [connectionKey(row), row]));
  const letters = lettersOf(state);
  for (const connection of state.connections) {
    const letter = letters(connectionKey(connection));
    if (letter === null) continue;
    const named = names.connection(connection);
    const key = connectionKey(named);
    rows.set(key, { ...named, ...addLetter(rows.get(key), letter, today) });
  }
  return withDays(history, [...rows.values()], today);
}

/** Lets go of connections of which nothing was heard for 30 days. @returns the same history when there is none */
export function passDays(history: History, today: string): History {
  return withDays(history, history.days, today);
}

function lettersOf({ connections, findings }: AccountState): (key: string) => Letter | null {
  const broken = new Set(
    findings.flatMap(({ kind, subject, confirmed, endedCounted }) =>
      isBreak(kind) && subject.type === "connection" && confirmed && endedCounted === null
        ? [connectionKey(subject)]
        : [],
    ),
  );
  const healthy = new Set(
    connections.filter(({ condition }) => condition === "healthy").map((one) => connectionKey(one)),
  );
  return (key) => (broken.has(key) ? "b" : healthy.has(key) ? "w" : null);
}

/** One that was connected again goes on with the days it had, in one row with those of the one that stands for it. */
function carried(days: readonly ConnectionDays[], renamed: Renamed): ConnectionDays[] {
  const ids = new Map([...renamed].map(([key, id]) => [key, storedId(id)]));
  const rows = new Map<string, ConnectionDays>();
  for (const row of days) {
    const now = { ...row, ...ids.get(connectionKey(row)) };
    const key = connectionKey(now);
    const other = rows.get(key);
    rows.set(key, other ? { ...now, ...together(other, now) } : now);
  }
  return [...rows.values()];
}

function withDays(history: History, rows: readonly ConnectionDays[], today: string): History {
  const days = bounded(rows.filter((row) => isWithin(row, today)));
  return JSON.stringify(days) === JSON.stringify(history.days) ? history : { ...history, days };
}

/** Those last heard of go last. */
function bounded(rows: ConnectionDays[]): ConnectionDays[] {
  if (rows.length <= MOST_ROWS && bytesOf(rows) <= MOST_BYTES) return rows;
  const newest = [...rows]
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))
    .slice(0, MOST_ROWS);
  const kept = new Set<ConnectionDays>();
  let bytes = 0;
  for (const row of newest) {
    bytes += bytesOf(row) + 1;
    if (bytes <= MOST_BYTES) kept.add(row);
  }
  return rows.filter((row) => kept.has(row));
}

/** It worked, or was broken for some of the day. */
type Letter = "w" | "b";
type Days = Pick<ConnectionDays, "last" | "days">;

const MOST_DAYS = 30;

/**
 * A row of days with the letter of today in it. Broken for some of the day stays so for all of it; days that nothing was
 * heard of are unknown.
 * @param today local date, `YYYY-MM-DD`
 */
export function addLetter(row: Days | undefined, letter: Letter, today: string): Days {
  const passed = row ? daysBetween(row.last, today) : MOST_DAYS;
  // WHY [clock]: one that was so wrong leaves no day to go by.
  if (!row || Math.abs(passed) >= MOST_DAYS) return { last: today, days: letter };
  if (passed > 0) {
    return { last: today, days: trimmed(`${row.days}${"-".repeat(passed - 1)}${letter}`) };
  }
  // The date is an earlier one than it was: the clock was set back, or the person is farther west. What was noted of the
  // days to come has happened by today.
  const length = Math.max(row.days.length + passed - 1, 0);
  const noted = row.days.slice(length);
  return {
    last: today,
    days: trimmed(`${row.days.slice(0, length)}${noted.includes("b") ? "b" : letter}`),
  };
}

/** Whether anything was heard of it within the last 30 days, today among them. */
export function isWithin({ last, days }: Days, today: string): boolean {
  return daysBetween(last, today) < MOST_DAYS && /[wb]/.test(days);
}

function trimmed(days: string): string {
  return days.slice(-MOST_DAYS).replace(/^-+/, "");
}

/** From one local date to another; dates have no hours that could be changed for summer. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The days of both: broken where either was. */
function together(one: Days, other: Days): Days {
  const [, last = one.last] = [one.last, other.last].sort();
  const [a, b] = [one, other].map((row) => {
    const since = Math.min(daysBetween(row.last, last), MOST_DAYS);
    return row.days + "-".repeat(since);
  });
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  const [first, second] = [a, b].map((days) => (days ?? "").padStart(length, "-"));
  const days = [...(first ?? "")].map((letter, index) => worse(letter, second?.[index] ?? "-"));
  return { last, days: trimmed(days.join("")) };
}

function worse(a: string, b: string): string {
  return ["b", "w"].find((letter) => letter === a || letter === b) ?? "-";
}
