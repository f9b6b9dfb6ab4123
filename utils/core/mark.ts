import { DAY } from "./time.ts";

/** For how long something is expected that is not so for good. */
export const MARK_LENGTHS = ["day", "week"] as const;
export type MarkLength = (typeof MARK_LENGTHS)[number];

/** UTF-16 units of a note, as fields of a page count them. */
export const LONGEST_NOTE = 200;

const DAYS: Record<MarkLength, number> = { day: 1, week: 7 };

/** When a mark as expected ends by itself, in ms since the epoch. @param now the same */
export function markUntil(howLong: MarkLength, now: number): number {
  return now + DAYS[howLong] * DAY;
}

/** Whatever breaks a line, is not seen or turns the text around it. Joiners stay: some scripts and pictures need them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A note as it is kept: on one line. @returns null when there is nothing to be read in it */
export function noteOf(typed: string): string | null {
  const line = typed.replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return line === "" ? null : line.slice(0, LONGEST_NOTE).toWellFormed();
}
