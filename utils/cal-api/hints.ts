import type { RateHint } from "./booking.ts";

const EPOCH_FROM = 1e9;

/** Header names in lower case. */
export type HeaderMap = ReadonlyMap<string, string>;

/**
 * How long the server asks to wait, in seconds from now; null when it says nothing readable about the future.
 *
 * `Retry-After` counts on any failure, though Cal.com itself never sends it (a gateway before it may).
 * `X-RateLimit-Reset-*` counts on 429 only: Cal.com sends it on good answers too. It is seconds remaining in Cal.com's
 * source and a Unix time in a page of its documentation, so both are read.
 * @param now ms since the epoch
 */
export function retryAfterSeconds(status: number, headers: HeaderMap, now: number): number | null {
  const waits = [waitOfRetryAfter(headers.get("retry-after") ?? "", now)];
  if (status === 429) {
    for (const [name, value] of headers) {
      if (name.startsWith("x-ratelimit-reset"))
        waits.push(...value.split(",").map((v) => waitOfReset(v, now)));
    }
  }
  const ahead = waits.filter((wait) => wait > 0);
  return ahead.length === 0 ? null : Math.max(...ahead);
}

/** When a server says that it answered, in ms since the epoch; undefined where it does not say so readably. */
export function dateOf(headers: HeaderMap): number | undefined {
  const date = httpDate(headers.get("date") ?? "");
  return Number.isNaN(date) ? undefined : date;
}

function waitOfReset(value: string, now: number): number {
  const number = decimal(value);
  return number > EPOCH_FROM ? number - now / 1000 : number;
}

function waitOfRetryAfter(value: string, now: number): number {
  const seconds = decimal(value);
  return Number.isNaN(seconds) ? (httpDate(value) - now) / 1000 : seconds;
}

function decimal(value: string): number {
  return /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** HTTP dates begin with a weekday and are in GMT, also the oldest form, which does not say so. */
function httpDate(value: string): number {
  const text = value.trim();
  if (!/^[A-Za-z]{3,9},? /.test(text)) return Number.NaN;
  return Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
}

/**
 * The limit of which the least is left, by Cal.com's `X-RateLimit-Limit-*`, `-Remaining-*` and `-Reset-*`: a key can have several, each with
 * a name of its own. null without one that can be read.
 * @param now ms since the epoch
 */
export function rateHint(headers: HeaderMap, now: number): RateHint | null {
  const hints = [...headers].flatMap(([name, value]): RateHint[] => {
    const [, named] = /^x-ratelimit-remaining(.*)$/.exec(name) ?? [];
    if (named === undefined) return [];
    const remaining = decimal(value);
    const reset = waitOfReset(headers.get(`x-ratelimit-reset${named}`) ?? "", now);
    const limit = decimal(headers.get(`x-ratelimit-limit${named}`) ?? "");
    if (Number.isNaN(remaining) || Number.isNaN(reset)) return [];
    return [{ limit: Number.isNaN(limit) ? null : limit, remaining, resetsAt: now + reset * 1000 }];
  });
  const [scarcest] = hints.sort((a, b) => a.remaining - b.remaining);
  return scarcest ?? null;
}
