import type { LogEntry, LoggedCheck, LoggedEventTypes, Start } from "../../core/model/checks-log.ts";
import { isCheck } from "../../core/model/checks-log.ts";
import { CONFIRMED_BY_MS } from "../../core/time.ts";
import { readAtStart } from "./logged-event-types.ts";

/**
 * What was read of event types in each check of a log, one after the other. Most checks don't read them, so what was wrong with
 * them before the log's start would not come up again for hours: the first good answers after it are given what was known then,
 * until so much time has passed that it is confirmed.
 */
export class Readings {
  #last: LoggedEventTypes | null = null;
  #known: LoggedEventTypes | null = null;
  #firstAt: number | null = null;

  begin({ eventTypes }: Start): void {
    this.#known = eventTypes ? readAtStart(eventTypes) : null;
  }

  /** @returns null where there is none */
  next({ at, outcome, eventTypes }: LoggedCheck): LoggedEventTypes | null {
    if (outcome !== "answer") return null;
    if (eventTypes === undefined) return this.#knownAt(at);
    this.#known = null;
    this.#last = eventTypes === true ? this.#last : eventTypes;
    return this.#last;
  }

  #knownAt(at: number): LoggedEventTypes | null {
    const known = this.#known;
    this.#firstAt ??= at;
    if (at - this.#firstAt >= CONFIRMED_BY_MS) this.#known = null;
    return known;
  }
}

/** What was read last in these entries. */
export function lastReading(entries: readonly LogEntry[]): LoggedEventTypes | null {
  const last = entries.findLast((entry) => isCheck(entry) && isWhole(entry.eventTypes));
  return last && isCheck(last) && isWhole(last.eventTypes) ? last.eventTypes : null;
}

const isWhole = (reading: LoggedCheck["eventTypes"]): reading is LoggedEventTypes =>
  reading !== undefined && reading !== true;

/** A check that read the same as one that is gone has to hold it itself. */
export function withReading(entries: readonly LogEntry[], reading: LoggedEventTypes | null): LogEntry[] {
  const place = entries.findIndex((entry) => isCheck(entry) && entry.eventTypes !== undefined);
  const first = entries[place];
  if (reading === null || !first || !isCheck(first) || first.eventTypes !== true) return [...entries];
  return entries.with(place, { ...first, eventTypes: reading });
}
