/** `tomorrow` is the next local 8:00 that is at least 4 hours away. */
export const SNOOZES = ["hour", "tomorrow", "week"] as const;
export type Snooze = (typeof SNOOZES)[number];

/** Whether a whole account is. */
export function isSnoozed(snoozeUntil: number | null, now: number): boolean {
  return snoozeUntil !== null && now < snoozeUntil;
}
