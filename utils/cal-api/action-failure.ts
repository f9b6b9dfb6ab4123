import { errorMessage, isErrorEnvelope, isOutOfScope, saidInEnvelope } from "./envelope.ts";
import type { FailedObservation, RejectedObservation } from "./observation.ts";
import { type HttpAnswer, observeFailure } from "./observe.ts";

/** Why something that was asked of Cal.com was not done. */
export type ActionFailure =
  | RejectedObservation
  | FailedObservation
  /** What it was about is not there (any more): the calendar, the connection, or the right to it. */
  | { kind: "not-found" }
  /** Cal.com understood it and refuses it, in these words. @see Failure */
  | { kind: "refused"; status: number; message: string }
  /** The key is good, but a token that was not given the right to this. */
  | { kind: "out-of-scope" }
  /** Cal.com has the calendar selected twice, as after its app was added beside a broken connection, and removes neither. */
  | { kind: "held-twice" }
  /** This server has no such route: an older one, or one that does not know our version of the API. */
  | { kind: "not-offered" };

/** What became of giving an event type a calendar of its own. */
export type EventTypeChangeResult =
  | { kind: "done" }
  /** Cal.com answered that it is done, and with another calendar. */
  | { kind: "not-shown" }
  /** No connection lists that calendar, or none that works. */
  | { kind: "calendar-gone" }
  | { kind: "calendar-read-only" }
  /** In it `not-found` is about the event type. */
  | ActionFailure;

/**
 * What an answer means that is not the good one, to a request that changes something or asks about one calendar.
 * @param now ms since the epoch
 */
export function actionFailure(answer: HttpAnswer, now: number): ActionFailure {
  const { status, json } = answer;
  if (!isErrorEnvelope(json)) return observeFailure(answer, now);
  if (isOutOfScope(status, json)) return { kind: "out-of-scope" };
  // In Cal.com's own spelling, or mended.
  if (status === 400 && /^Multiple Selecte(d ?)?Calendars found/i.test(errorMessage(json)))
    return { kind: "held-twice" };
  if (status === 404) {
    const hasNoRoute = /^Cannot [A-Z]+ /.test(errorMessage(json));
    return { kind: hasNoRoute ? "not-offered" : "not-found" };
  }
  if (status === 400 || status === 409 || status === 422) {
    return { kind: "refused", status, message: saidInEnvelope(json) };
  }
  return observeFailure(answer, now);
}
