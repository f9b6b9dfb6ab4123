import type { Destination } from "../../cal-api/observation.ts";
import type { ActionProblem } from "../actions/problem.ts";
import type { EventTypeDestination } from "./account-state.ts";
import type { ConnectionId } from "./subject.ts";

/** A calendar that Cal.com checked for conflicts. */
export interface CheckedCalendar {
  externalId: string;
  name: string | null;
  /** The provider's main one, which Cal.com selects by itself when the app is added again. */
  primary: boolean;
}

/** An event type with a destination of its own. */
export interface EventTypeBefore {
  id: number;
  title: string | null;
  destination: EventTypeDestination;
}

/** What could not be put back, and why. */
export type NotPutBack =
  | { what: "calendar"; externalId: string; name: string | null; problem: ActionProblem }
  | { what: "destination"; name: string | null; problem: ActionProblem }
  | { what: "eventType"; id: number; title: string | null; problem: ActionProblem };

/**
 * How everything was when a connection broke, until it is so again: kept with the status until it is put back, dismissed, or 30
 * days in which Cal.com answered are over.
 */
export interface Mending extends ConnectionId {
  appName: string | null;
  appSlug: string | null;
  primaryExternalId: string | null;
  /** When it was confirmed broken, or was seen replaced without that, in ms. */
  brokenAt: number;
  /** The same on the counted clock. */
  brokenCounted: number;
  /** When the connection was last healthy before, in ms: bookings made since then may be in no calendar. */
  lastGoodAt: number | null;
  /** What was checked for conflicts in it. */
  selected: CheckedCalendar[];
  /** Where bookings were added; null where that was not remembered. */
  destination: Destination | null;
  /** Event types of which bookings were added to a calendar of this app. */
  eventTypes: EventTypeBefore[];
  /** The connection that stands for it, once there is one: beside it, or in its place. */
  successor: ConnectionId | null;
  /** It is in no answer any more. */
  removed: boolean;
  /** Since when everything is being put back, in ms: a worker that was ended in the middle goes on. null when it is not. */
  restoringSince: number | null;
  /** How far that is; null when it is not under way, or has only begun. */
  progress: { done: number; of: number } | null;
  /** It was tried without the person (`keepSetUp`), which is done once. */
  triedByItself: boolean;
  /** What the last attempt could not put back. */
  notPutBack: NotPutBack[];
  /** When everything was as before, or the person wanted no more of it, in ms; kept for a day. */
  endedAt: number | null;
  /** How it ended: `as-before` without a difference left, `dismissed` by the person. */
  ended: "as-before" | "dismissed" | null;
}
