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
