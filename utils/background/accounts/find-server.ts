import { fetchMe } from "../../cal-api/client.ts";
import type { Me, MeFailure } from "../../cal-api/me.ts";
import type { RejectedObservation } from "../../cal-api/observation.ts";

/** Why `GET /v2/me` did not say whose key it is. `api-not-running`: a web app is there, and nothing behind it. */
export type NotFound = RejectedObservation | MeFailure | { kind: "api-not-running" };

export type FoundServer = { ok: true; apiUrl: string; me: Me } | { ok: false; why: NotFound };

/**
 * Finds out where the API is, and whose key it is.
 * @param candidates API roots on one server, in the order to try; the next one only where there is no API at this one
 */
export async function findServer(candidates: readonly string[], key: string): Promise<FoundServer> {
  let why: MeFailure = { kind: "failure", failure: { reason: "unreachable" }, retryAfterSeconds: null };
  let hasWebApp = false;
  for (const apiUrl of candidates) {
    const answer = await fetchMe(apiUrl, key);
    if (answer.kind === "me") return { ok: true, apiUrl, me: answer.me };
    if (!isElsewhere(answer)) {
      const isDead = isProxyToNothing(answer) && (hasWebApp || (await isWebApp(besides(apiUrl), key)));
      return { ok: false, why: isDead ? { kind: "api-not-running" } : answer };
    }
    hasWebApp ||= showsWebApp(answer);
    if (tellsMore(answer, why)) why = answer;
  }
  return { ok: false, why };
}

/** A web app answers unknown paths with a page, or sends them elsewhere; an API that is below another path has no such route. */
function isElsewhere(answer: RejectedObservation | MeFailure): answer is MeFailure {
  if (answer.kind !== "failure") return false;
  const { failure } = answer;
  if (failure.reason === "cal-error") return failure.status === 404;
  return showsWebApp(answer) || failure.reason === "not-cal-api" || failure.reason === "unreachable";
}

/** The last one is from where web apps have the API; that something answered tells more than that nothing did. */
function tellsMore({ failure }: MeFailure, before: MeFailure): boolean {
  if (before.failure.reason === "cal-error") return failure.reason === "cal-error";
  return failure.reason !== "unreachable";
}

function showsWebApp({ failure, isJson }: MeFailure): boolean {
  return failure.reason === "redirected" || (failure.reason === "not-cal-api" && isJson === false);
}

/** Cal.com's own API fails in JSON; what passes requests on to it does not. */
function isProxyToNothing(answer: RejectedObservation | MeFailure): boolean {
  return answer.kind === "failure" && answer.failure.reason === "server-failed" && answer.isJson === false;
}

/** The other path of the same server where a web app would answer itself; null when there is none. */
function besides(apiUrl: string): string | null {
  return apiUrl.endsWith("/api/v2") ? apiUrl.replace(/\/api\/v2$/, "/v2") : null;
}

async function isWebApp(apiUrl: string | null, key: string): Promise<boolean> {
  if (apiUrl === null) return false;
  const answer = await fetchMe(apiUrl, key);
  return answer.kind === "failure" && showsWebApp(answer);
}
