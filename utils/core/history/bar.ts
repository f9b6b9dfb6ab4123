import type { ConnectionDays } from "../model/history.ts";
import { type ConnectionId, connectionKey } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { type Breaks, breaksOf, type NotedDay } from "./breaks.ts";
import { lengthOf, overlap, type Span, spanOfDay } from "./spans.ts";

const BAR_DAYS = 30;

export interface Day {
  /** `YYYY-MM-DD`, local. */
  date: string;
  state: "worked" | "broke" | "unknown";
  /** When it was broken on that day; empty where no more is known than that it was. */
  breaks: Span[];
  /** How much of the day it was broken, 0 to 1; null where that is not known. */
  share: number | null;
}

/** How one connection was on the last 30 days, the oldest first. */
export interface Bar extends ConnectionId {
  key: string;
  app: string;
  whose: string | null;
  /** It is not connected any more. */
  isGone: boolean;
  days: Day[];
  /** Those that some of these days are of, whole. */
  breaks: Span[];
}

/**
 * A bar for each connection that there is, in that order, then for those that were there within the last 30 days.
 * @param today local date, `YYYY-MM-DD`
 * @param present the connections that there are; null when that is not known, so that none counts as gone
 */
export function bars(
  rows: readonly ConnectionDays[],
  known: Breaks,
  today: string,
  present: readonly ConnectionId[] | null,
): Bar[] {
  const places = new Map(present?.map((connection, index) => [connectionKey(connection), index]));
  const own = new Set(rows.map((row) => connectionKey(row)));
  const all = rows.map((row): Bar => {
    const key = connectionKey(row);
    const { last: _last, ...named } = row;
    const isGone = present !== null && !places.has(key);
    return { ...named, key, isGone, ...daysAndBreaks(row, (other) => own.has(other), today, known) };
  });
  const place = ({ key }: Bar) => places.get(key) ?? Number.MAX_SAFE_INTEGER;
  return all
    .filter(({ isGone, days }) => !isGone || days.some(({ state }) => state !== "unknown"))
    .sort((a, b) => place(a) - place(b));
}

function daysAndBreaks(
  row: ConnectionDays,
  isOwn: (key: string) => boolean,
  today: string,
  known: Breaks,
): Pick<Bar, "days" | "breaks"> {
  const noted = lastDays(row, today);
  const breaks = breaksOf(row, isOwn, noted, known);
  const days = noted.map((day) => dayOf(day, breaks));
  const isDrawn = (one: Span) => days.some((day) => day.breaks.some((drawn) => overlap(drawn, one)));
  return { days, breaks: breaks.filter(isDrawn) };
}

/** The last 30 days up to today, and what the row has of them. */
function lastDays({ last, days }: Pick<ConnectionDays, "last" | "days">, today: string): NotedDay[] {
  const offset = Math.round((timeOf(today) - timeOf(last)) / DAY);
  return Array.from({ length: BAR_DAYS }, (_, index) => {
    const daysAgo = BAR_DAYS - 1 - index;
    return { date: dateBefore(today, daysAgo), letter: days[days.length - 1 - daysAgo + offset] };
  });
}

/**
 * A day by what was written of it and what was noted. Of one that nothing was heard of only this is known: whether a break
 * that was seen before and after it went through all of it.
 */
function dayOf({ date, letter }: NotedDay, all: readonly Span[]): Day {
  const day = spanOfDay(date);
  const breaks = all.flatMap((one) => overlap(one, day) ?? []);
  const share = lengthOf(breaks) / lengthOf([day]);
  const isHeardOf = letter === "w" || letter === "b";
  if (breaks.length > 0 && (isHeardOf || (letter === "-" && share === 1)))
    return { date, state: "broke", breaks, share };
  const state = letter === "w" ? "worked" : letter === "b" ? "broke" : "unknown";
  return { date, state, breaks: [], share: state === "worked" ? 0 : null };
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
