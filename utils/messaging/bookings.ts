import type { CalendarLink } from "../cal-api/booking.ts";
import type { ActionProblem } from "../core/actions/problem.ts";
import type { Found } from "../core/bookings/found.ts";
import type { ConnectionSubject } from "../core/model/subject.ts";

/** Name of the port by which a page asks about bookings: each end writes it down, so that they need not share code for it. */
export type BookingsPort = "bookings";

/** What a page asks for, one thing by each port. It is given up as soon as the port is closed. */
export type BookingsRequest =
  /** The bookings made while this connection was broken. */
  | { type: "look"; accountId: string; connection: ConnectionSubject }
  /** Addresses with which one booking is added to a calendar by hand. */
  | { type: "links"; accountId: string; uid: string };

/** What a page says meanwhile. `here` only keeps the worker from being ended. */
export type BookingsWord = { type: "stop" } | { type: "here" };

/** How far it is. */
export interface Progress {
  looked: number;
  /** null while it is not known how many there are. */
  of: number | null;
  /** For how many seconds Cal.com is left alone now; null when it is not. */
  waitSeconds: number | null;
}

/** What the worker tells. After all but `progress` nothing more comes. */
export type BookingsNews =
  | { type: "progress"; progress: Progress }
  | { type: "found"; found: Found }
  | { type: "links"; links: CalendarLink[] }
  | { type: "refused"; problem: ActionProblem };
