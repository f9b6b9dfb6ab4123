import { DAYS, type Day } from "./days.ts";

/** On each of these days from one local time to another; that is on the day after when it is not later. */
export interface QuietHours {
  /** Those on which they begin, in the order of `DAYS`; at least one. */
  days: Day[];
  /** `HH:MM` */
  from: string;
  /** `HH:MM`. The same as `from`: a day long. */
  to: string;
}

/** @param text as it is stored, such as `mon,tue 22:00-07:00`; null for a blank one, which means never */
export function parseQuietHours(text: string): QuietHours | null {
  const [days = "", from = "", to = ""] = text.split(/[ -]/);
  if (to === "") return null;
  const named = new Set(days.split(","));
  return { days: DAYS.filter((day) => named.has(day)), from, to };
}

/** The same the other way round. Without a day they never are, so that it is blank. */
export function quietHoursText({ days, from, to }: QuietHours): string {
  const named = DAYS.filter((day) => days.includes(day));
  return named.length === 0 ? "" : `${named.join(",")} ${from}-${to}`;
}

/** Whether they would never end: every day, each as long as a day. No setting may say that. */
export function isEndless({ days, from, to }: QuietHours): boolean {
  return from === to && DAYS.every((day) => days.includes(day));
}
