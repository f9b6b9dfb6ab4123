import type { KeptWords } from "./kept-words.ts";
import type { TimedScreen } from "./screen.ts";

/** What the popup shows at first, kept in the same write as what it is made of. */
export interface ScreenRecord {
  version: 1;
  /** When it was made, in ms since the epoch. */
  at: number;
  /** What its times and words are of: minutes that the local time is ahead of UTC, and the browser's own language. */
  utcOffset: number;
  language: string;
  said: KeptWords;
  /** null where the popup has to be drawn from the whole store. */
  timed: TimedScreen | null;
}

/** Where somebody is, and when. */
export type Here = Pick<ScreenRecord, "at" | "utcOffset" | "language">;

/** What is drawn of a record. */
export type DrawnScreen = Pick<ScreenRecord, "said"> & Pick<TimedScreen, "screen">;

/**
 * The screen of a record, if it is what would be drawn here and now.
 * @param raw as it is stored, by whatever version of the extension
 */
export function screenNow(raw: unknown, here: Here): DrawnScreen | null {
  const { version, at, utcOffset, language, said, timed } = (raw ?? {}) as Partial<ScreenRecord>;
  const isOurs = version === 1 && utcOffset === here.utcOffset && language === here.language;
  if (!isOurs || !timed || !said || at === undefined) return null;
  // A clock that was set back says nothing about what has ended since.
  return at <= here.at && here.at < timed.until ? { said, screen: timed.screen } : null;
}
