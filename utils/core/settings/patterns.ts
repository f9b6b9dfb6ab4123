import { DAYS } from "./quiet-hours/days.ts";
import type { TextName } from "./table.ts";

const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";

/**
 * Days of the week, in the order of the calendar, then from and to in local time: `mon,tue,sun 22:00-07:00`. Blank: never. Every
 * day a whole day is left out: that would be for ever.
 */
const QUIET_HOURS = new RegExp(
  `^$|^(?=[a-z])(?!${DAYS.join()} (.+)-\\1$)${DAYS.map((day) => `(?:${day}(?:,|(?= )))?`).join("")}(?<!,) ${TIME}-${TIME}$`,
);

/** What the values of each setting that is a text look like. Beside the table, since the popup's first sight loads that. */
export const PATTERNS: Record<TextName, RegExp> = { quietHours: QUIET_HOURS };
