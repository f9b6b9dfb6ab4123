import type { ActionFailure } from "../cal-api/action-failure.ts";
import type { Failure } from "../cal-api/observation.ts";
import type { ActionProblem } from "../messages/message.ts";

/** What a person is told when Cal.com did not do what it was asked for. */
export function problemOf(failure: ActionFailure): ActionProblem {
  switch (failure.kind) {
    case "key-rejected":
      return { problem: "keyRejected" };
    case "not-found":
      return { problem: "calendarGone" };
    case "not-offered":
      return { problem: "notOffered" };
    case "refused":
      return { problem: "refused", status: failure.status };
    case "failure":
      return problemOfFailure(failure.failure, failure.retryAfterSeconds);
  }
}

function problemOfFailure(failure: Failure, waitSeconds: number | null): ActionProblem {
  switch (failure.reason) {
    case "offline":
    case "unreachable":
      return { problem: failure.reason };
    case "timed-out":
      return { problem: "timedOut" };
    case "rate-limited":
      return { problem: "rateLimited", waitSeconds: waitSeconds === null ? null : Math.ceil(waitSeconds) };
    case "server-failed":
      return { problem: "serverFailed", status: failure.status };
    case "not-cal-api":
    case "too-large":
      return { problem: "notCalApi" };
    case "no-key":
      return { problem: "noKey" };
    case "no-permission":
      return { problem: "noPermission" };
  }
}
