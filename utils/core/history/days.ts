import type { AccountState } from "../model/account-state.ts";
import type { ConnectionDays, History } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { bytesOf } from "./bytes.ts";
import { addLetter, isWithin, type Letter } from "./day-letters.ts";
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
    findings.flatMap(({ kind, subject, confirmed, endedAt }) =>
      (kind === "connection-error" || kind === "connection-gone") &&
      subject.type === "connection" &&
      confirmed &&
      endedAt === null
        ? [connectionKey(subject)]
        : [],
    ),
  );
  const healthy = new Set(
    connections.filter(({ condition }) => condition === "healthy").map((one) => connectionKey(one)),
  );
  return (key) => (broken.has(key) ? "b" : healthy.has(key) ? "w" : null);
}

/** One that was connected again goes on with the days it had. */
function carried(days: readonly ConnectionDays[], renamed: Renamed): ConnectionDays[] {
  const present = new Set(days.map(connectionKey));
  const ids = new Map([...renamed].map(([key, id]) => [key, storedId(id)]));
  return days.map((row) => {
    const id = ids.get(connectionKey(row));
    return id && !present.has(connectionKey(id)) ? { ...row, ...id } : row;
  });
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
