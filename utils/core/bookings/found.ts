import type { ActionProblem } from "../actions/problem.ts";
import type { MissingWhy, UnclearWhy } from "./place-of.ts";

/** A booking in no calendar, as a page shows it. It is stored nowhere. */
export interface MissingBooking {
  uid: string;
  /** null when it has none. */
  title: string | null;
  /** In ms since the epoch, like `end`. */
  start: number;
  end: number;
  /** Its page in the web app; null where that is not known. */
  url: string | null;
  why: MissingWhy;
}

/** What was found of the bookings made while a connection was broken. */
export interface Found {
  /** Those in no calendar, the soonest first. */
  missing: MissingBooking[];
  inCalendar: number;
  /** How many can't be told, by why. */
  unclear: Partial<Record<UnclearWhy, number>>;
  /** How many were looked at, of how many. `of` is null when it was not found out how many there are. */
  looked: number;
  of: number | null;
  /** There are more than are looked at. */
  more: boolean;
  /** It was ended before all were looked at, by the person or by the problem. */
  stopped: boolean;
  problem: ActionProblem | null;
}

export function unclearCount({ unclear }: Pick<Found, "unclear">): number {
  return Object.values(unclear).reduce((sum, count) => sum + count, 0);
}
