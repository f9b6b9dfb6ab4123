import type { History } from "../model/history.ts";
import { OLDEST_MS } from "./bound-entries.ts";

/** Beyond it there is no date, and every attempt to write one throws. */
const LAST_TIME = 8_640_000_000_000_000;

/** Without what is too old to be shown: it may still be stored where no check has looked since. */
export function recent(history: History, now: number): History {
  const isShown = ({ at, until = at }: History["entries"][number]) =>
    at >= now - OLDEST_MS && at <= LAST_TIME && Math.abs(until) <= LAST_TIME;
  return { ...history, entries: history.entries.filter(isShown) };
}
