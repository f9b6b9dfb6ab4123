import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { bearerOf, isApiKey } from "./bearer.ts";
import type { RateLimit } from "./server-state.ts";

interface Counter {
  hits: number;
  windowEnds: number;
  blockedUntil: number;
}

/** The state of a tracker after one more request, with the headers that Cal.com sends for it. */
export interface ThrottleResult {
  isBlocked: boolean;
  headers: Record<string, string>;
}

/** Counts requests per caller before anybody looks at the key, and blocks a caller who asked too often. */
export class Throttle {
  readonly #counters = new Map<string, Counter>();

  /** Counts a request. Times are in milliseconds; the reset header is in whole seconds that are left. */
  count(tracker: string, limits: RateLimit, now = Date.now()): ThrottleResult {
    const limit = hasTokenLimit(tracker) ? limits.tokenLimit : limits.limit;
    const counter = this.#current(tracker, limits, now);
    if (counter.blockedUntil === 0) {
      counter.hits += 1;
      if (counter.hits > limit) {
        counter.blockedUntil = now + limits.blockMs;
      }
    }
    const isBlocked = counter.blockedUntil > 0;
    const resetAt = isBlocked ? counter.blockedUntil : counter.windowEnds;
    const remaining = isBlocked ? 0 : Math.max(0, limit - counter.hits);
    return { isBlocked, headers: rateHeaders(limit, remaining, Math.ceil((resetAt - now) / 1000)) };
  }

  reset(): void {
    this.#counters.clear();
  }

  #current(tracker: string, limits: RateLimit, now: number): Counter {
    const known = this.#counters.get(tracker);
    if (known !== undefined) {
      const isOver = known.blockedUntil > 0 ? now >= known.blockedUntil : now >= known.windowEnds;
      if (!isOver) {
        return known;
      }
    }
    const fresh = { hits: 0, windowEnds: now + limits.windowMs, blockedUntil: 0 };
    this.#counters.set(tracker, fresh);
    return fresh;
  }
}

/** The three headers of the limit that Cal.com names "default". There is no `Retry-After`. */
export function rateHeaders(limit: number, remaining: number, resetSeconds: number): Record<string, string> {
  return {
    "X-RateLimit-Limit-Default": String(limit),
    "X-RateLimit-Remaining-Default": String(remaining),
    "X-RateLimit-Reset-Default": String(resetSeconds),
  };
}

/** Who is counted: the API key, another bearer value, an OAuth client, else the address. */
export function trackerOf(headers: IncomingHttpHeaders, address: string): string {
  const bearer = bearerOf(headers);
  if (bearer !== null) {
    const hash = createHash("sha256").update(bearer).digest("hex");
    return `${isApiKey(bearer) ? "api_key_" : "access_token_"}${hash}`;
  }
  const client = headers["x-cal-client-id"];
  return typeof client === "string" ? `oauth_client_${client}` : `ip_${address}`;
}

function hasTokenLimit(tracker: string): boolean {
  return tracker.startsWith("access_token_") || tracker.startsWith("oauth_client_");
}
