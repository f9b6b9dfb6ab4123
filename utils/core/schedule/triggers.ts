import type { StatusRecord } from "../model/records.ts";
import { MINUTE } from "../time.ts";
import { isOpen } from "./reconnections.ts";
import { cooldownMs, isBackingOff, isDue, rateLimitMs, sinceAttempt } from "./schedule.ts";

/** What may be a reason to look at Cal.com without being told to. */
export type Trigger = "alarm" | "browserStart" | "update" | "online" | "popupOpened";

export interface Circumstances {
  /** ms since the epoch */
  now: number;
  intervalMinutes: number;
  /** What the browser believes about the network. */
  online: boolean;
}

const isStale = (status: StatusRecord, { now }: Circumstances, minutes: number) =>
  sinceAttempt(status.state, now) > minutes * MINUTE;

const due = (status: StatusRecord, { now, intervalMinutes }: Circumstances) =>
  isDue(status, now, intervalMinutes);

const staleAndFree = (status: StatusRecord, at: Circumstances) =>
  due(status, at) || (isStale(status, at, 5) && !isBackingOff(status, at.now));

/** The person was at it, and looks for what came of it. */
const mayBeReconnected = (status: StatusRecord, { now }: Circumstances) =>
  status.reconnections.some((one) => isOpen(one, now)) &&
  cooldownMs(status.state, now) === 0 &&
  !isBackingOff(status, now);

const reasonOf = (status: StatusRecord) => status.state.lastFailure?.reason;

/** Whether an account is checked on an occasion. */
export const SHOULD_CHECK: Record<Trigger, (status: StatusRecord, at: Circumstances) => boolean> = {
  // WHY [online]: no browser wakes a sleeping worker when the network is back, so the alarm looks for that, too.
  // (docs/decisions/0004-one-alarm.md)
  alarm: (status, at) => due(status, at) || (reasonOf(status) === "offline" && at.online),
  browserStart: (status, at) =>
    due(status, at) || (isStale(status, at, 1) && rateLimitMs(status, at.now) === 0),
  update: staleAndFree,
  online: (status, at) => reasonOf(status) !== undefined && rateLimitMs(status, at.now) === 0,
  popupOpened: (status, at) => staleAndFree(status, at) || mayBeReconnected(status, at),
};
