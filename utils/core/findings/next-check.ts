import { DAY, HOUR, MINUTE, SECOND } from "../time.ts";
import type { Draft } from "./draft.ts";

/** While anything is suspected: soon, and then so often that five minutes are over with the fourth answer. */
const FIRST_DOUBT_SECONDS = 60;
const DOUBT_SECONDS = 120;
/** While a connection is broken: soon at first, since recovery is to be seen soon. */
const BROKEN_SECONDS = 300;
const FIRST_WAIT_SECONDS = 60;
/** Cal.com goes on reading after it was given up, and keeps the answer for 10 s. */
const AFTER_TIMEOUT_SECONDS = 12;
const LONGEST_WAIT_SECONDS = 1800;
/** Doubled more often than that, any wait is longer than the longest. */
const MOST_DOUBLED = 10;

/** How often an account is looked at when nothing is the matter. */
export interface Timing {
  /** Minutes between two checks that nobody asks for. */
  intervalMinutes: number;
}

/** After a good answer: soon again if there is anything to confirm, or a connection to see recovered. */
export function scheduleAfterAnswer(draft: Draft, { intervalMinutes }: Timing): void {
  const interval = intervalMinutes * 60;
  schedule(draft, doubtedSeconds(draft) ?? Math.min(interval, brokenSeconds(draft)));
}

function doubtedSeconds({ findings, now }: Draft): number | null {
  // What a day of answers could neither confirm nor clear, as beside a calendar that nobody can read, is no haste.
  const doubted = [...findings.values()].filter(
    ({ confirmed, inhibited, since }) => !confirmed && !inhibited && now - since < DAY,
  );
  if (doubted.length === 0) return null;
  const oldest = Math.min(...doubted.map(({ since }) => since));
  return now - oldest < FIRST_DOUBT_SECONDS * SECOND ? FIRST_DOUBT_SECONDS : DOUBT_SECONDS;
}

/** Twice as long with each answer since the youngest break that the person does not expect. */
function brokenSeconds({ findings, state }: Draft): number {
  const confirmedBy = [...findings.values()].flatMap((record) =>
    record.kind === "connection-error" && !record.inhibited && !record.acknowledged
      ? (record.confirmedAnswer ?? [])
      : [],
  );
  const since = state.answers - Math.max(...confirmedBy);
  return confirmedBy.length === 0
    ? Number.POSITIVE_INFINITY
    : BROKEN_SECONDS * 2 ** Math.min(since, MOST_DOUBLED);
}

export function scheduleAfterRejection(draft: Draft, timing: Timing): void {
  schedule(draft, timing.intervalMinutes * 60);
}

/**
 * After a failure: as long as the server asks, at least a minute and twice as long each time, at most half an hour. Only after a
 * first one that Cal.com was too slow for it is sooner.
 * @param failuresBefore failures in a row before this one
 * @param hintSeconds the server's own hint, or null
 */
export function scheduleAfterFailure(
  draft: Draft,
  failuresBefore: number,
  hintSeconds: number | null,
  timedOut: boolean,
): void {
  const backoff =
    timedOut && failuresBefore === 0
      ? AFTER_TIMEOUT_SECONDS
      : FIRST_WAIT_SECONDS * 2 ** Math.min(failuresBefore, MOST_DOUBLED);
  schedule(draft, Math.ceil(Math.min(LONGEST_WAIT_SECONDS, Math.max(hintSeconds ?? 0, backoff))));
}

function schedule(draft: Draft, seconds: number): void {
  draft.state.nextCheckAt = draft.now + seconds * SECOND;
}

/** How long an outage has to be before it is a finding, in ms. */
export function unreachableAfter(timing: Timing): number {
  return Math.max(3 * timing.intervalMinutes * MINUTE, 2 * HOUR);
}
