import { dateRule, type FieldRule, stringRule, validateFields } from "./fields.ts";
import type { Booking } from "./meetings.ts";

const STATUSES = ["upcoming", "recurring", "past", "cancelled", "unconfirmed"];

/** Query fields that bound a time of a booking, both inclusive; those of creation and update are left out of totals. */
const BOUNDS = [
  { field: "afterStart", of: "start", isLower: true },
  { field: "beforeEnd", of: "end", isLower: false },
  { field: "afterCreatedAt", of: "createdAt", isLower: true },
  { field: "beforeCreatedAt", of: "createdAt", isLower: false },
  { field: "afterUpdatedAt", of: "updatedAt", isLower: true },
  { field: "beforeUpdatedAt", of: "updatedAt", isLower: false },
] as const;

const SORTS = [
  { field: "sortStart", of: "start" },
  { field: "sortEnd", of: "end" },
  { field: "sortCreated", of: "createdAt" },
  { field: "sortUpdatedAt", of: "updatedAt" },
] as const;

/** Bookings that a query wants, in order, and how many there would be without bounds of creation and update. */
export interface Filtered {
  bookings: Booking[];
  total: number;
}

/**
 * The bookings that a query asks for. `now` is in milliseconds since 1970.
 *
 * @throws ApiError 400 that echoes the query when a field makes no sense
 */
export function filterBookings(bookings: Booking[], query: URLSearchParams, now: number): Filtered {
  const fields = Object.fromEntries(query);
  validateFields(fields, [...BOUNDS.map(({ field }) => optional(dateRule(field))), statusRule()]);
  const statuses = listOf(fields.status);
  const types = listOf(fields.eventTypeIds).map(Number);
  const wanted = bookings
    .filter((booking) => statuses.length === 0 || statuses.some((status) => isIn(status, booking, now)))
    .filter(({ eventTypeId }) => types.length === 0 || types.includes(eventTypeId ?? -1));
  const within = (which: readonly (typeof BOUNDS)[number][]) => (booking: Booking) =>
    which.every(({ field, of, isLower }) => {
      const bound = fields[field];
      const isAfter = bound === undefined || Date.parse(booking[of]) - Date.parse(bound);
      return isAfter === true || (isLower ? isAfter >= 0 : isAfter <= 0);
    });
  const counted = wanted.filter(within(BOUNDS.slice(0, 2)));
  const found = counted.filter(within(BOUNDS.slice(2)));
  return { bookings: sorted(found, fields), total: counted.length };
}

function sorted(bookings: Booking[], fields: Record<string, string>): Booking[] {
  const sort = SORTS.find(({ field }) => fields[field] !== undefined);
  const sign = sort !== undefined && fields[sort.field] === "desc" ? -1 : 1;
  const key = sort?.of ?? "start";
  return bookings.toSorted((left, right) => sign * (Date.parse(left[key]) - Date.parse(right[key])));
}

/** "upcoming" means not over, and so also what waits to be confirmed. */
function isIn(status: string, booking: Booking, now: number): boolean {
  const isOff = booking.status === "cancelled" || booking.status === "rejected";
  const isOver = Date.parse(booking.end) < now;
  switch (status) {
    case "upcoming":
      return !isOver && !isOff;
    case "past":
      return isOver && !isOff;
    case "recurring":
      return !isOver && !isOff && booking.recurringBookingUid !== null;
    case "unconfirmed":
      return !isOver && booking.status === "pending";
    default:
      return isOff;
  }
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(",").map((part) => part.trim());
}

function optional(rule: FieldRule): FieldRule {
  return { ...rule, optional: true };
}

function statusRule(): FieldRule {
  const message = `each value in status must be one of the following values: ${STATUSES.join(", ")}`;
  const holds = (value: unknown) => listOf(String(value)).every((status) => STATUSES.includes(status));
  return { ...stringRule("status"), optional: true, checks: { isIn: { holds, message } } };
}
