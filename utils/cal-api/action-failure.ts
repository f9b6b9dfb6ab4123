import { errorMessage, isErrorEnvelope } from "./envelope.ts";
import type { FailedObservation, RejectedObservation } from "./observation.ts";
import { type HttpAnswer, observeFailure } from "./observe.ts";

/** Why something that was asked of Cal.com was not done. */
export type ActionFailure =
  | RejectedObservation
  | FailedObservation
  /** What it was about is not there (any more): the calendar, the connection, or the right to it. */
  | { kind: "not-found" }
  /** Cal.com understood it and refuses it. */
  | { kind: "refused"; status: number }
  /** This server has no such route: an older one, or one that does not know our version of the API. */
  | { kind: "not-offered" };

/**
 * What an answer means that is not the good one, to a request that changes something or asks about one calendar.
 * @param now ms since the epoch
 */
export function actionFailure(answer: HttpAnswer, now: number): ActionFailure {
  const { status, json } = answer;
  if (!isErrorEnvelope(json)) return observeFailure(answer, now);
  if (status === 404) {
    const hasNoRoute = /^Cannot [A-Z]+ /.test(errorMessage(json));
    return { kind: hasNoRoute ? "not-offered" : "not-found" };
  }
  if (status === 400 || status === 409 || status === 422) return { kind: "refused", status };
  return observeFailure(answer, now);
}
