import { filterBookings } from "../booking-filters.ts";
import type { ApiRequest, Route } from "../context.ts";
import { type FieldRule, validateFields } from "../fields.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { shownBooking } from "../shown-booking.ts";

const PATTERN = /^\/v2\/bookings$/;

/** `GET /v2/bookings`: everything the user can see, also bookings to which the user is only invited. */
export const bookingsRoute: Route = {
  method: "GET",
  pattern: PATTERN,
  scope: "BOOKING_READ",
  versions: ["2024-08-13", "2026-02-25"],
  handle: listBookings,
};

/** The newest version of it, which pages by a cursor and takes one status. */
export const newestBookingsRoute: Route = {
  method: "GET",
  pattern: PATTERN,
  scope: "BOOKING_READ",
  versions: ["2026-05-01"],
  handle: listByCursor,
};

/** The first version of it, which comes without the header: other names and no paging to speak of. */
export const oldBookingsRoute: Route = {
  method: "GET",
  pattern: PATTERN,
  scope: "BOOKING_READ",
  versions: ["2024-04-15", "2024-06-11", "2024-06-14"],
  handle: ({ user }) => {
    const bookings = user.bookings.map(({ id, uid, title, status, start, end }) => ({
      id,
      uid,
      title,
      status: status.toUpperCase(),
      startTime: start,
      endTime: end,
    }));
    return jsonReply(200, { status: "success", data: { bookings, recurringInfo: [], nextCursor: null } });
  },
};

function listBookings({ user, context, query }: ApiRequest): Reply {
  const take = wholeIn(query, "take", 100, 1, 250);
  const skip = wholeIn(query, "skip", 0, 0);
  const { bookings, total } = filterBookings(user.bookings, query, context.clock.now());
  const page = bookings.slice(skip, skip + take);
  const totalPages = Math.ceil(total / take);
  const currentPage = Math.floor(skip / take) + 1;
  return jsonReply(200, {
    status: "success",
    data: page.map((booking) => shownBooking(booking, user)),
    pagination: {
      totalItems: total,
      remainingItems: Math.max(0, total - skip - page.length),
      returnedItems: page.length,
      itemsPerPage: take,
      currentPage,
      totalPages,
      hasNextPage: currentPage < totalPages,
      hasPreviousPage: currentPage > 1,
    },
  });
}

function listByCursor({ user, context, query }: ApiRequest): Reply {
  const limit = wholeIn(query, "limit", 50, 1, 100);
  const from = Number(Buffer.from(query.get("cursor") ?? "MA", "base64url").toString());
  const { bookings } = filterBookings(user.bookings, query, context.clock.now());
  const page = bookings.slice(from, from + limit);
  const hasMore = from + limit < bookings.length;
  return jsonReply(200, {
    status: "success",
    data: page.map((booking) => shownBooking(booking, user)),
    pagination: {
      nextCursor: hasMore ? Buffer.from(String(from + limit)).toString("base64url") : null,
      hasMore,
    },
  });
}

/** @throws ApiError 400 that echoes the query when the field is no whole number between the two */
function wholeIn(query: URLSearchParams, property: string, fallback: number, least: number, most = Infinity) {
  const sent = query.get(property);
  const value = sent === null ? fallback : Number(sent);
  const rule: FieldRule = {
    property,
    checks: {
      isInRange: {
        holds: () => Number.isInteger(value) && value >= least && value <= most,
        message: `${property} must be a whole number from ${least} to ${most}`,
      },
    },
  };
  validateFields(Object.fromEntries(query), [rule]);
  return value;
}
