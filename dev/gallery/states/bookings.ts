import { DANA, MINUTE, NOW, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { aMending } from "../../../tests/fixtures/mending.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Mending } from "../../../utils/core/model/mending.ts";
import { type BookingsCheck, type StatusRecord, statusOf } from "../../../utils/core/model/records.ts";
import { connectionId } from "../../../utils/core/model/subject.ts";

const HOUR = 60 * MINUTE;
const since = NOW - 5 * HOUR;
const mending = aMending({ ...connectionId(aMending()), lastGoodAt: since, brokenAt: since + 30 * MINUTE });

const check: BookingsCheck = {
  ...connectionId(mending),
  at: NOW - 40 * MINUTE,
  since,
  inNoCalendar: 3,
  inCalendar: 12,
  unclear: 1,
  more: false,
  stopped: false,
};

const well = answered(300, [google, outlook, apple], toDana);
const gone = broken(google, "Access token expired or revoked");
const brokenNow = () => stored(remember([well, answered(15, [gone, outlook, apple], toDana)]));
const wellAgain = () => stored(remember([well, answered(15, [google, outlook, apple], toDana)]));

/** States in which bookings can be asked for that were made while a connection was broken. */
export const bookingsStates = {
  bookings: () => withBreak(brokenNow(), mending, []),
  "bookings-asked": () => withBreak(brokenNow(), mending, [check]),
  "bookings-recovered": () => withBreak(wellAgain(), over, []),
  "bookings-recovered-asked": () => withBreak(wellAgain(), over, [{ ...check, stopped: true }]),
};

const over: Mending = { ...mending, endedAt: NOW - 2 * HOUR, ended: "as-before" };

function withBreak(records: Record<string, unknown>, one: Mending, bookingsChecks: BookingsCheck[]) {
  const name = statusOf(DANA.id);
  const status = records[name] as StatusRecord;
  return { ...records, [name]: { ...status, mendings: [one], bookingsChecks } };
}
