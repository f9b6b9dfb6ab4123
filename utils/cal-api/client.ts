import { parseJson, readBody } from "./body.ts";
import { successData } from "./envelope.ts";
import type { MeResult } from "./me.ts";
import type { FailedObservation, Observation } from "./observation.ts";
import { failed, type HttpAnswer, observeCalendars, observeFailure } from "./observe.ts";
import { MeSchema } from "./schemas.ts";

/** Chrome ends a worker whose response takes 30 s; Cal.com's own clients wait as long for the slowest provider. */
const TIME_LIMIT_MS = 25_000;
/** The version that Cal.com's own clients send for both routes. */
const API_VERSION = "2024-08-13";

export interface ClientOptions {
  /** Ends the request early; the result is then `timed-out`. */
  signal?: AbortSignal;
  /** ms since the epoch, when the answer is there */
  now?: () => number;
  fetch?: typeof fetch;
  /** For tests of the time limit. */
  timeLimitMs?: number;
}

/**
 * `GET /v2/me`: who a key belongs to. Cheap, and without side effects on the account.
 * @param apiUrl API root without a trailing slash, e.g. `https://api.cal.com/v2`
 */
export async function fetchMe(apiUrl: string, key: string, options: ClientOptions = {}): Promise<MeResult> {
  const answer = await get(`${apiUrl}/me`, key, options);
  if ("kind" in answer) return answer;
  const me = MeSchema.safeParse(answer.status === 200 ? successData(answer.json) : undefined);
  if (!me.success) return observeFailure(answer, now(options));
  const { id, username, email, name } = me.data;
  return { kind: "me", me: { id, username: username ?? null, email: email ?? null, name: name ?? null } };
}

/**
 * `GET /v2/calendars`: every connection with its calendars, and the destination. Reading can make Cal.com rewrite the
 * destination, and costs it a call to every provider: ask seldom.
 */
export async function fetchCalendars(
  apiUrl: string,
  key: string,
  options: ClientOptions = {},
): Promise<Observation> {
  const answer = await get(`${apiUrl}/calendars`, key, options);
  return "kind" in answer ? answer : observeCalendars(answer, now(options));
}

const now = (options: ClientOptions) => (options.now ?? Date.now)();

async function get(
  url: string,
  key: string,
  options: ClientOptions,
): Promise<HttpAnswer | FailedObservation> {
  const limit = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  try {
    const response = await (options.fetch ?? fetch)(url, {
      headers: { Authorization: `Bearer ${key}`, Accept: "application/json", "cal-api-version": API_VERSION },
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal,
    });
    const text = await readBody(response);
    if (text === null) return failed({ reason: "too-large" });
    return { status: response.status, headers: new Map(response.headers), json: parseJson(text) };
  } catch {
    // A browser hides why there is no answer: name not found, certificate and redirect all look alike.
    if (signal.aborted) return failed({ reason: "timed-out" });
    return failed({ reason: navigator.onLine === false ? "offline" : "unreachable" });
  }
}
