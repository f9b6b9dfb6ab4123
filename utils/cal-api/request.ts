import { parseJson, readBody } from "./body.ts";
import type { FailedObservation } from "./observation.ts";
import { failed, type HttpAnswer } from "./observe.ts";
import { isSafe } from "./server.ts";
import { withoutKey } from "./without-key.ts";

/** Chrome ends a worker whose response takes 30 s; Cal.com's own clients wait as long for the slowest provider. */
const TIME_LIMIT_MS = 25_000;
/** The version that Cal.com's own clients send for the routes of calendars and bookings. */
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

export interface HttpExchange {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  /** `cal-api-version`: some routes have another shape, or are not there, in any but one. */
  version?: string;
  /** Sent as JSON. */
  body?: object;
}

/** Asks Cal.com with a key. Never throws. */
export async function request(
  { method, url, version = API_VERSION, body }: HttpExchange,
  key: string,
  options: ClientOptions,
): Promise<HttpAnswer | FailedObservation> {
  const limit = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  try {
    if (!isSafe(new URL(url))) return failed({ reason: "unreachable" });
    const response = await (options.fetch ?? fetch)(url, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        Accept: "application/json",
        "cal-api-version": version,
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
      credentials: "omit",
      cache: "no-store",
      // WHY [manual]: with `error` a redirect looks like no network. This way it is told apart, and not followed either: the
      // key goes nowhere else. (https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect)
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal,
    });
    if (response.type === "opaqueredirect") return failed({ reason: "redirected" });
    const text = await readBody(response);
    if (text === null) return failed({ reason: "too-large" });
    const json = parseJson(withoutKey(text, key));
    return { status: response.status, headers: new Map(response.headers), json };
  } catch {
    // A browser hides why there is no answer: name not found, refused and certificate all look alike.
    if (signal.aborted) return failed({ reason: "timed-out" });
    return failed({ reason: navigator.onLine === false ? "offline" : "unreachable" });
  }
}

/** A query in which a space is `%20`, which every server reads alike; `+` is one only in forms. */
export function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll("+", "%20");
}

/** When the answer is there, in ms since the epoch. */
export const nowOf = (options: ClientOptions): number => (options.now ?? Date.now)();
