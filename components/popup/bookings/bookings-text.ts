import { formatTime } from "../../../utils/copy/format-time.ts";
import { plural, t } from "../../../utils/copy/i18n.ts";
import type { Found } from "../../../utils/core/bookings/found.ts";
import type { UnclearWhy } from "../../../utils/core/bookings/place-of.ts";
import type { BookingsCheck } from "../../../utils/core/model/records.ts";

/** In the order in which they are told. */
const WHYS = ["pending", "moved", "notTried", "unproven", "unreadable"] as const satisfies UnclearWhy[];

/** What came of it, in one sentence. */
export function headingOf({ missing, looked, stopped, unclear }: Found): string {
  if (missing.length > 0) return plural("bookings.heading", missing.length);
  if (stopped) return t(looked === 0 ? "bookings.stopped" : "bookings.noneMissingSoFar");
  const isNothing = looked === 0 && Object.keys(unclear).length === 0;
  return t(isNothing ? "bookings.none" : "bookings.noneMissing");
}

/** The rest of it: those that are not listed, and what was not looked at. */
export function restOf(found: Found): string[] {
  const { missing, inCalendar, unclear, looked, of, more, stopped } = found;
  const counted = missing.length > 0 ? "bookings.others" : "bookings.inCalendar";
  return [
    ...(inCalendar > 0 ? [plural(counted, inCalendar)] : []),
    ...WHYS.flatMap((why) => (unclear[why] ? [plural(`bookings.unclear.${why}`, unclear[why])] : [])),
    ...(stopped && looked > 0 && of !== null ? [t("bookings.stoppedAfter", [looked, of])] : []),
    ...(more ? [t("bookings.more")] : []),
  ];
}

/** What was found when it was last asked. @param now ms since the epoch */
export function lastText({ at, inNoCalendar, stopped }: BookingsCheck, now: number): string {
  const found = inNoCalendar === 0 ? t("bookings.lastNone") : plural("bookings.lastMissing", inNoCalendar);
  return t(stopped ? "bookings.lastStopped" : "bookings.lastOf", [formatTime(at, now), found]);
}
