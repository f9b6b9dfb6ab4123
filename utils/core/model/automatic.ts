import type { Destination } from "../../cal-api/observation.ts";
import type { CalendarId, ConnectionId } from "./subject.ts";

/** Something that was put back without the person, since the person wants it so. */
export interface AutomaticAct {
  /** `destination`: bookings go where they went. `calendar`: a moved calendar is checked again. `everything`: after a break. */
  what: "destination" | "calendar" | "everything";
  /** Of the calendar, or of the app, as it is shown; null when it has none. */
  name: string | null;
}

/** One change that is asked for without the person. */
export type AutomaticChange =
  | { what: "destination"; integration: string | null; externalId: string }
  | ({ what: "calendar" } & CalendarId)
  /** Of a connection that broke and was removed. `withBookings`: that Cal.com rewrote where bookings go is undone with it. */
  | ({ what: "everything"; withBookings: boolean } & ConnectionId);

/** A destination that Cal.com wrote while it was read, since it did not find the one that was wanted. */
export interface Rewrite {
  /** When that was seen, in ms since the epoch. */
  at: number;
  /** What bookings go to since then; null when blank. */
  to: Destination | null;
  /** When Cal.com says that it was written there; null where it does not say. */
  writtenAt: string | null;
  /** It was tried to undo it: that is done once, whatever came of it. */
  tried: boolean;
}

/** What the extension puts back by itself, and how often it did: bounds that hold over restarts. */
export interface Automatic {
  /** null when there is none to undo, or when it is the person's by now. */
  rewrite: Rewrite | null;
  /** When something was put back by itself, in ms since the epoch, oldest first; those of the last 24 hours. */
  acts: number[];
  /** Moved calendars that were tried once, oldest first, at most 100. */
  triedCalendars: CalendarId[];
  /** What was asked for last, until an answer shows it, or is later than it could be waited for. */
  underWay: AutomaticChange | null;
}
