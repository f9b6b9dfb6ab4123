export function isSnoozed(snoozeUntil: number | null, now: number): boolean {
  return snoozeUntil !== null && now < snoozeUntil;
}
