export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long it takes until an answer that says the same again confirms it: hiccups of providers and servers last minutes. */
export const CONFIRMED_BY_MS = 5 * MINUTE;

/** An answer is cached by Cal.com for 10 s: one that is at least this much later is another one. */
export const ANOTHER_ANSWER_MS = 15 * SECOND;
