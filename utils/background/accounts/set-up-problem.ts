import type { Failure, Rejection } from "../../cal-api/observation.ts";
import { parseServer } from "../../cal-api/server.ts";
import { serverOf } from "../../cal-api/server-of.ts";
import { failureProblem } from "../../core/actions/problem.ts";
import type { Region } from "../../core/model/account.ts";
import type { Policy } from "../../core/settings/records.ts";
import type { SetUpProblem } from "../../messaging/replies.ts";
import type { NotFound } from "./find-server.ts";

/**
 * What a person is told when `GET /v2/me` did not say whose key it is.
 * @param region that was chosen; null where there was no choice
 */
export function problemOf(why: NotFound, region: Region | null): SetUpProblem {
  if (why.kind === "api-not-running") return { problem: "apiNotRunning" };
  if (why.kind === "key-rejected") return problemOfRejection(why.rejection, region);
  return problemOfFailure(why.failure, why.retryAfterSeconds);
}

function problemOfRejection(rejection: Rejection, region: Region | null): SetUpProblem {
  switch (rejection) {
    case "invalid":
      return { problem: region === null || region === "self-hosted" ? "wrongKey" : "wrongKeyOrRegion" };
    case "expired":
      return { problem: "expiredKey" };
    case "forbidden":
      return { problem: "forbiddenKey" };
    case "scope":
      return { problem: "outOfScope" };
    case "licence":
      return { problem: "noLicence" };
  }
}

/** The same as for any request, in the words of a form with a key and an address in it. */
function problemOfFailure(failure: Failure, waitSeconds: number | null): SetUpProblem {
  const problem = failureProblem(failure, waitSeconds);
  switch (problem.problem) {
    case "notCalApi":
      return { problem: "noApi" };
    case "noKey":
      return { problem: "emptyKey" };
    default:
      return problem;
  }
}

/** Whether an administrator lets keys be sent to a server. @param apiUrl API root, at whichever of its paths */
export function isAllowed({ apiUrl: allowed }: Policy, apiUrl: string): boolean {
  if (allowed === undefined) return true;
  const server = parseServer("self-hosted", allowed, "");
  return server.ok && server.candidates.some((candidate) => serverOf(candidate) === serverOf(apiUrl));
}
