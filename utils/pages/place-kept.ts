/** Where it is known before `browser.storage` could answer: until when the popup goes on in its list, in ms since the epoch. */
const UNTIL = "place-kept-until";

/** Whether the popup was within its list, or had narrowed it, a moment ago. */
export function isPlaceKept(now: number): boolean {
  try {
    return now < Number(localStorage.getItem(UNTIL) ?? 0);
  } catch {
    return false;
  }
}

/** @param until in ms since the epoch; 0 where it is at its begin */
export function notePlaceKept(until: number): void {
  try {
    if (until === 0) localStorage.removeItem(UNTIL);
    else localStorage.setItem(UNTIL, String(until));
  } catch {
    // Some people forbid it; then the list is at its begin for a moment.
  }
}
