import type { ActionFailure } from "../../cal-api/action-failure.ts";
import { failureProblem } from "./failure-problem.ts";
import type { ActionProblem } from "./problem.ts";

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
      return failureProblem(failure.failure, failure.retryAfterSeconds);
  }
}
