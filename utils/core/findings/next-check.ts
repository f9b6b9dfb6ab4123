import { HOUR, MINUTE, SECOND } from "../time.ts";
import type { Draft } from "./draft.ts";

const RECHECK_SECONDS = 60;
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 1800;

/** How often an account is looked at when nothing is the matter. */
export interface Timing {
  /** Minutes between two checks that nobody asks for. */
  intervalMinutes: number;
}

/** After a good answer: soon again if there is anything to confirm. */
export function scheduleAfterAnswer(draft: Draft, timing: Timing): void {
  const doubted = [...draft.findings.values()].some(({ confirmed, inhibited }) => !confirmed && !inhibited);
  schedule(draft, doubted ? RECHECK_SECONDS : timing.intervalMinutes * 60);
}

export function scheduleAfterRejection(draft: Draft, timing: Timing): void {
  schedule(draft, timing.intervalMinutes * 60);
}

/**
 * After a failure: as long as the server asks, at least a minute and twice as long each time, at most half an hour.
 * @param failuresBefore failures in a row before this one
 * @param hintSeconds the server's own hint, or null
 */
export function scheduleAfterFailure(draft: Draft, failuresBefore: number, hintSeconds: number | null): void {
  const backoff = FIRST_WAIT_SECONDS * 2 ** Math.min(failuresBefore, 10);
  schedule(draft, Math.ceil(Math.min(LONGEST_WAIT_SECONDS, Math.max(hintSeconds ?? 0, backoff))));
}

function schedule(draft: Draft, seconds: number): void {
  draft.state.nextCheckAt = draft.now + seconds * SECOND;
}

/** How long an account may give no good answer before that is a finding, in ms. */
export function unreachableAfter(timing: Timing): number {
  return Math.max(3 * timing.intervalMinutes * MINUTE, 2 * HOUR);
}
