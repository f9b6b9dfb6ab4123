import type {
  FailedObservation,
  Failure,
  RejectedObservation,
  Rejection,
} from "../../cal-api/observation.ts";
import type { SetUpProblem } from "../../messages/message.ts";
import type { Region } from "../../store/account.ts";

/** What a person is told when `GET /v2/me` did not say whose key it is. */
export function problemOf(result: RejectedObservation | FailedObservation, region: Region): SetUpProblem {
  if (result.kind === "key-rejected") return problemOfRejection(result.rejection, region);
  return problemOfFailure(result.failure, result.retryAfterSeconds);
}

function problemOfRejection(rejection: Rejection, region: Region): SetUpProblem {
  switch (rejection) {
    case "invalid":
      return { problem: region === "self-hosted" ? "wrongKey" : "wrongKeyOrRegion" };
    case "expired":
      return { problem: "expiredKey" };
    case "forbidden":
      return { problem: "forbiddenKey" };
    case "licence":
      return { problem: "noLicence" };
  }
}

function problemOfFailure(failure: Failure, waitSeconds: number | null): SetUpProblem {
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
      return { problem: "noApi" };
    case "no-permission":
      return { problem: "noPermission" };
    case "no-key":
      return { problem: "emptyKey" };
  }
}
