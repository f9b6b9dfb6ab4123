export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An answer is cached by Cal.com for 10 s: one that is at least this much later is another one. */
export const ANOTHER_ANSWER_MS = 15 * SECOND;
