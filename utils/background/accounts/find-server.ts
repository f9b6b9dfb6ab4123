import { fetchMe } from "../../cal-api/client.ts";
import type { Me } from "../../cal-api/me.ts";
import type { FailedObservation, RejectedObservation } from "../../cal-api/observation.ts";

export type FoundServer =
  | { ok: true; apiUrl: string; me: Me }
  | { ok: false; result: RejectedObservation | FailedObservation };

/**
 * Finds out where the API is, and whose key it is.
 * @param candidates API roots on one server, in the order to try; the next one only where there is no API at this one
 */
export async function findServer(candidates: readonly string[], key: string): Promise<FoundServer> {
  let result: FailedObservation = failedTo("unreachable");
  for (const apiUrl of candidates) {
    const answer = await fetchMe(apiUrl, key);
    if (answer.kind === "me") return { ok: true, apiUrl, me: answer.me };
    if (!isElsewhere(answer)) return { ok: false, result: answer };
    // That something answered tells more than that it could not be reached.
    if (result.failure.reason !== "not-cal-api") result = answer;
  }
  return { ok: false, result };
}

/** A web app sends unknown paths elsewhere, and a browser does not tell a redirect from a server that is not there. */
function isElsewhere(answer: RejectedObservation | FailedObservation): answer is FailedObservation {
  if (answer.kind !== "failure") return false;
  return answer.failure.reason === "not-cal-api" || answer.failure.reason === "unreachable";
}

function failedTo(reason: "unreachable"): FailedObservation {
  return { kind: "failure", failure: { reason }, retryAfterSeconds: null };
}
