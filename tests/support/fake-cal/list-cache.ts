import type { Clock } from "./clock.ts";
import { type ShownDestination, settleDestination } from "./destination.ts";
import { type ListedConnection, readConnections, withoutDelegatedDuplicates } from "./listing.ts";
import type { ServerState } from "./server-state.ts";
import type { User } from "./world.ts";

/** The `data` of `GET /v2/calendars`. */
export interface CalendarList {
  connectedCalendars: ListedConnection[];
  destinationCalendar: ShownDestination;
}

/** Cal.com's list function with its short memory of one whole answer per user. */
export class ListCache {
  readonly #clock: Clock;
  readonly #kept = new Map<number, { until: number; list: CalendarList }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Reads all providers, which may rewrite the destination, unless an answer is younger than the server's `cacheMs`. */
  async read(user: User, server: ServerState): Promise<CalendarList> {
    const { cacheMs } = server;
    const kept = this.#kept.get(user.id);
    if (kept !== undefined && cacheMs > 0 && this.#clock.now() < kept.until) {
      return kept.list;
    }
    const entries = await readConnections(user, server.older, this.#clock);
    const list = structuredClone({
      connectedCalendars: withoutDelegatedDuplicates(entries, user.email),
      destinationCalendar: settleDestination(user, entries, this.#clock),
    });
    this.#kept.set(user.id, { until: this.#clock.now() + cacheMs, list });
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
