import { type ShownDestination, settleDestination } from "./destination.ts";
import { type ListedConnection, readConnections, withoutDelegatedDuplicates } from "./listing.ts";
import type { User } from "./world.ts";

/** The `data` of `GET /v2/calendars`. */
export interface CalendarList {
  connectedCalendars: ListedConnection[];
  destinationCalendar: ShownDestination;
}

/** Cal.com's list function with its short memory of one whole answer per user. */
export class ListCache {
  readonly #kept = new Map<number, { until: number; list: CalendarList }>();

  /** Reads all providers, which may rewrite the destination, unless an answer is younger than `cacheMs`. */
  async read(user: User, cacheMs: number): Promise<CalendarList> {
    const kept = this.#kept.get(user.id);
    if (kept !== undefined && cacheMs > 0 && Date.now() < kept.until) {
      return kept.list;
    }
    const entries = await readConnections(user);
    const list = structuredClone({
      connectedCalendars: withoutDelegatedDuplicates(entries, user.email),
      destinationCalendar: settleDestination(user, entries),
    });
    this.#kept.set(user.id, { until: Date.now() + cacheMs, list });
    return list;
  }

  /** Forgets one user's answer, or everybody's. */
  clear(userId?: number): void {
    if (userId === undefined) {
      this.#kept.clear();
    } else {
      this.#kept.delete(userId);
    }
  }
}
