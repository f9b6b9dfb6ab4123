import type { ConnectionDays } from "../model/history.ts";
import { type ConnectionId, connectionKey } from "../model/subject.ts";
import { DAY } from "../time.ts";

const BAR_DAYS = 30;

export interface Day {
  /** `YYYY-MM-DD`, local. */
  date: string;
  state: "worked" | "broke" | "unknown";
}

/** How one connection was on the last 30 days, the oldest first. */
export interface Bar {
  key: string;
  app: string;
  whose: string | null;
  /** It is not connected any more. */
  isGone: boolean;
  days: Day[];
}

/**
 * A bar for each connection that there is, in that order, then for those that were there within the last 30 days.
 * @param today local date, `YYYY-MM-DD`
 * @param present the connections that there are; null when that is not known, so that none counts as gone
 */
export function bars(
  rows: readonly ConnectionDays[],
  today: string,
  present: readonly ConnectionId[] | null,
): Bar[] {
  const places = new Map(present?.map((connection, index) => [connectionKey(connection), index]));
  const all = rows.map((row) => {
    const key = connectionKey(row);
    const isGone = present !== null && !places.has(key);
    return { key, app: row.app, whose: row.whose, isGone, days: lastDays(row, today) };
  });
  const place = ({ key }: Bar) => places.get(key) ?? Number.MAX_SAFE_INTEGER;
  return all
    .filter(({ isGone, days }) => !isGone || days.some(({ state }) => state !== "unknown"))
    .sort((a, b) => place(a) - place(b));
}

/** The last 30 days up to today. A day that nothing is written of is unknown. */
function lastDays({ last, days }: Pick<ConnectionDays, "last" | "days">, today: string): Day[] {
  const offset = Math.round((timeOf(today) - timeOf(last)) / DAY);
  return Array.from({ length: BAR_DAYS }, (_, index) => {
    const daysAgo = BAR_DAYS - 1 - index;
    const letter = days[days.length - 1 - daysAgo + offset];
    return { date: dateBefore(today, daysAgo), state: stateOf(letter) };
  });
}

function stateOf(letter: string | undefined): Day["state"] {
  if (letter === "w") return "worked";
  return letter === "b" ? "broke" : "unknown";
}

export function count(days: readonly Day[], state: Day["state"]): number {
  return days.filter((day) => day.state === state).length;
}

/** Days in a row that were alike, as first and last date. */
export function runsOf(days: readonly Day[], state: Day["state"]): { first: string; last: string }[] {
  const runs: { first: string; last: string }[] = [];
  days.forEach((day, index) => {
    if (day.state !== state) return;
    const run = runs.at(-1);
    if (run && days[index - 1]?.state === state) run.last = day.date;
    else runs.push({ first: day.date, last: day.date });
  });
  return runs;
}

function dateBefore(date: string, days: number): string {
  return new Date(timeOf(date) - days * DAY).toISOString().slice(0, 10);
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
