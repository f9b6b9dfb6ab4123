import type { Bar, Day } from "./bar.ts";
import { lengthOf, overlap, spanOfDay } from "./spans.ts";

/** How a connection was on those of its days that something is known of. */
export interface Uptime {
  /** How many of its days are known. */
  days: number;
  /** The first of them is today. */
  isSinceToday: boolean;
  breaks: number;
  /** For how long it was broken on them, in ms; null where it is not known of each. */
  brokenMs: number | null;
  /** How much of them it worked, 0 to 1, cut to a tenth of a percent so that only one without a break is 1; null as above. */
  worked: number | null;
}

/** @param now ms since the epoch: of today only what has passed counts */
export function uptime({ days, breaks }: Pick<Bar, "days" | "breaks">, now: number): Uptime {
  const known = days.filter(({ state }) => state !== "unknown");
  const isExact = known.every(({ share }) => share !== null);
  const brokenMs = lengthOf(known.flatMap((day) => day.breaks));
  const watchedMs = lengthOf(known.flatMap(({ date }) => passedOf(date, now)));
  return {
    days: known.length,
    isSinceToday: known.length > 0 && known[0] === days.at(-1),
    breaks: breaks.length + inexactRuns(days),
    brokenMs: isExact ? brokenMs : null,
    worked: isExact && watchedMs > 0 ? Math.floor((1 - brokenMs / watchedMs) * 1_000) / 1_000 : null,
  };
}

function passedOf(date: string, now: number) {
  return overlap(spanOfDay(date), { start: 0, end: now }) ?? [];
}

/** Broken days in a row of which no more is known were one break, as far as anybody can tell. */
function inexactRuns(days: readonly Day[]): number {
  const isInexact = (day: Day | undefined) => day?.state === "broke" && day.share === null;
  return days.filter((day, index) => isInexact(day) && !isInexact(days[index - 1])).length;
}
