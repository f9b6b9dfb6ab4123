import type { ActionFailure, EventTypeChangeResult } from "../../cal-api/action-failure.ts";
import type { Failure } from "../../cal-api/observation.ts";

/** Why there was no answer of Cal.com that can be used. */
export type FailureProblem =
  | { problem: "noKey" }
  | { problem: "notCalApi" }
  | { problem: "noPermission" | "offline" | "unreachable" | "redirected" | "timedOut" }
  | { problem: "rateLimited"; waitSeconds: number | null }
  | { problem: "serverFailed"; status: number }
  /** What Cal.com itself said. @see Failure */
  | { problem: "calError"; status: number; message: string };

/** Why an action was not done, or can't be told to be. Each has its own sentence in `locales`, under `action.problem`. */
export type ActionProblem =
  | { problem: "accountGone" | "newerStore" | "notStored" }
  /** The calendar is in no connection any more. */
  | { problem: "calendarGone" }
  /** The event type is not there any more. */
  | { problem: "eventTypeGone" }
  /** It is not checked for conflicts, so there is nothing to test. */
  | { problem: "notSelected" }
  /** Its connection has to be made anew first. */
  | { problem: "connectionBroken" }
  | { problem: "readOnly" }
  /** For this app it can be done in the web app only. */
  | { problem: "webAppOnly" }
  | { problem: "noWebApp" }
  /** The browser opened no tab for the web app. */
  | { problem: "notOpened" }
  /** The destination is not, or no more, another than the one that the person wants. */
  | { problem: "nothingToKeep" }
  /** This connection is not to be mended, or is already. */
  | { problem: "nothingToMend" }
  /** The connection is not removed, since it works, or may work again in a moment. */
  | { problem: "stillWorks" | "inDoubt" }
  /** No connection stands for the old one; or the one that did does not work any more. */
  | { problem: "noSuccessor" | "successorBroke" }
  | { problem: "keyRejected" }
  /** The key may read, but not change anything. */
  | { problem: "readOnlyKey" }
  /** The key may not ask about this. */
  | { problem: "outOfScope" }
  /** The break is none any more that bookings are asked for. */
  | { problem: "breakOver" }
  /** Cal.com does not know this booking any more. */
  | { problem: "bookingGone" }
  /** The key may not ask for bookings. */
  | { problem: "bookingsOutOfScope" }
  /** This server's API can't be asked where bookings are. */
  | { problem: "bookingsNotOffered" }
  /** Cal.com has the calendar selected twice, and can't unselect it. */
  | { problem: "heldTwice" }
  | FailureProblem
  /** Cal.com understood, and does not want to. */
  | { problem: "refused"; status: number; message: string }
  /** This server's API has no such route. */
  | { problem: "notOffered" }
  /** Cal.com said that it is done, and goes on showing the old state. */
  | { problem: "notShown" }
  /** It was done, but what Cal.com shows now could not be read. */
  | { problem: "notReadBack" }
  /** Cal.com can't read this calendar. */
  | { problem: "unreadable" }
  /** Cal.com does not let this account ask about the calendar's connection. */
  | { problem: "notYours" }
  /** Some of several event types were not put back, each for a reason of its own. */
  | { problem: "eventTypes"; notPutBack: EventTypeNotPutBack[] };

export interface EventTypeNotPutBack {
  /** Cal.com's. */
  id: number;
  title: string | null;
  problem: ActionProblem;
}

/** What a person is told of one event type that Cal.com did not give a calendar; null when it did. */
export function eventTypeProblemOf(result: EventTypeChangeResult): ActionProblem | null {
  switch (result.kind) {
    case "done":
      return null;
    case "not-shown":
      return { problem: "notShown" };
    case "calendar-gone":
      return { problem: "calendarGone" };
    case "calendar-read-only":
      return { problem: "readOnly" };
    case "not-found":
      return { problem: "eventTypeGone" };
    default:
      return problemOf(result);
  }
}

/** What a person is told when Cal.com did not do what it was asked for. */
export function problemOf(failure: ActionFailure): ActionProblem {
  switch (failure.kind) {
    case "key-rejected":
      return { problem: "keyRejected" };
    case "out-of-scope":
      return { problem: "readOnlyKey" };
    case "held-twice":
      return { problem: "heldTwice" };
    case "not-found":
      return { problem: "calendarGone" };
    case "not-offered":
      return { problem: "notOffered" };
    case "refused":
      return { problem: "refused", status: failure.status, message: failure.message };
    case "failure":
      return failureProblem(failure.failure, failure.retryAfterSeconds);
  }
}

/**
 * What a person is told when Cal.com gave no answer that can be used.
 * @param waitSeconds the server's own hint how long to wait, or null
 */
export function failureProblem(failure: Failure, waitSeconds: number | null): FailureProblem {
  switch (failure.reason) {
    case "offline":
    case "unreachable":
    case "redirected":
      return { problem: failure.reason };
    case "timed-out":
      return { problem: "timedOut" };
    case "rate-limited":
      return { problem: "rateLimited", waitSeconds: waitSeconds === null ? null : Math.ceil(waitSeconds) };
    case "server-failed":
      return { problem: "serverFailed", status: failure.status };
    case "cal-error":
      return { problem: "calError", status: failure.status, message: failure.message };
    case "not-cal-api":
    case "too-large":
      return { problem: "notCalApi" };
    case "no-key":
      return { problem: "noKey" };
    case "no-permission":
      return { problem: "noPermission" };
  }
}
