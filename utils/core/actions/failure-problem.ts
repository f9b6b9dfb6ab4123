import type { Failure } from "../../cal-api/observation.ts";
import type { FailureProblem } from "./problem.ts";

/**
 * What a person is told when Cal.com gave no answer that can be used.
 * @param waitSeconds the server's own hint how long to wait, or null
 */
export function failureProblem(failure: Failure, waitSeconds: number | null): FailureProblem {
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
