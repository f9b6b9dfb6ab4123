import type { Observation } from "./line.ts";
import type { Memory } from "./memory.ts";

const INTERVAL = 1800;
const LONGEST = 1800;
const MINUTE = 60;
const HOUR = 3_600_000;

/** @returns seconds until the next check after a good answer */
export function afterGood(memory: Memory, now: number): number {
  const standing = [...memory.findings.values()].filter(({ visible }) => visible);
  // One that a day of answers could neither confirm nor clear is not hurried after.
  const suspected = standing.flatMap(({ claim }) =>
    claim?.confirmed === false && now - claim.since < 24 * HOUR ? [claim.since] : [],
  );
  if (suspected.length > 0) return now - Math.min(...suspected) < MINUTE * 1000 ? MINUTE : 2 * MINUTE;
  const breaks = standing.flatMap(({ kind, expected, claim }) =>
    kind === "connection-error" && !expected && claim !== null ? [claim.confirmedBy] : [],
  );
  if (breaks.length === 0) return INTERVAL;
  return Math.min(INTERVAL, 300 * 2 ** (memory.goodAnswers - Math.max(...breaks)));
}

export function afterRejected(): number {
  return INTERVAL;
}

/** @returns seconds until the next check after a failure, of which `before` others stand in a row before it */
export function afterFailure(
  { timeout, status, headers }: Extract<Observation, { type: "failure" }>,
  before: number,
  now: number,
): number {
  const own = timeout && before === 0 ? 12 : MINUTE * 2 ** before;
  return Math.min(LONGEST, Math.ceil(Math.max(hint(status, headers, now), own)));
}

/** How long the server asks to wait, in seconds; 0 when it does not. */
function hint(status: number | null, headers: Record<string, unknown>, now: number): number {
  const waits = Object.entries(headers).map(([name, value]) => {
    const text = String(value).trim();
    if (/^retry-after$/i.test(name))
      return /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
    if (status === 429 && /^x-ratelimit-reset/i.test(name) && /^\d+$/.test(text))
      return Number(text) > 1e9 ? Number(text) - now / 1000 : Number(text);
    return 0;
  });
  return Math.max(0, ...waits.filter((wait) => Number.isFinite(wait)));
}

/** Counts a failure, and the time that can't be explained by sleep. */
export function countFailure(memory: Memory, now: number): void {
  const { failures } = memory;
  if (failures.count > 0) failures.outage += Math.min(HOUR, Math.max(0, now - failures.last));
  failures.count += 1;
  failures.last = now;
}

/** Whether Cal.com has been out of reach for more than three intervals, or two hours. */
export function isOut({ failures }: Memory): boolean {
  return failures.count >= 3 && failures.outage > Math.max(3 * INTERVAL * 1000, 2 * HOUR);
}
