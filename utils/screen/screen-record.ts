import type { TimedScreen } from "./screen.ts";

/** What the popup shows at first, kept in the same write as what it is made of. */
export interface ScreenRecord {
  version: 1;
  /** When it was made, in ms since the epoch. */
  at: number;
  /** What its times and words are of: minutes that the local time is ahead of UTC, and the browser's language. */
  utcOffset: number;
  language: string;
  /** null where the popup has to be drawn from the whole store. */
  timed: TimedScreen | null;
}

/** Where somebody is, and when. */
export type Here = Pick<ScreenRecord, "at" | "utcOffset" | "language">;

/**
 * The screen of a record, if it is what would be drawn here and now.
 * @param raw as it is stored, by whatever version of the extension
 */
export function screenNow(raw: unknown, here: Here): TimedScreen["screen"] | null {
  const { version, at, utcOffset, language, timed } = (raw ?? {}) as Partial<ScreenRecord>;
  const isOurs = version === 1 && utcOffset === here.utcOffset && language === here.language;
  if (!isOurs || !timed || at === undefined) return null;
  // A clock that was set back says nothing about what has ended since.
  return at <= here.at && here.at < timed.until ? timed.screen : null;
}
