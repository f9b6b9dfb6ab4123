import type { History } from "./history.ts";

const KEPT_MS = 90 * 24 * 60 * 60_000;

/** Without what is too old to be shown: it may still be stored where no check has looked since. */
export function recent(history: History, now: number): History {
  return { ...history, entries: history.entries.filter(({ at }) => at >= now - KEPT_MS) };
}
