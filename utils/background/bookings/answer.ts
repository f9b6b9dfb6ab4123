import { fetchCalendarLinks } from "../../cal-api/bookings.ts";
import { bookingProblem } from "../../core/bookings/problem.ts";
import type { BookingsNews } from "../../messaging/bookings.ts";
import type { AnswerAboutBookings } from "../../messaging/receive-bookings.ts";
import { findMonitored, isRateLimited, keyToAsk, rememberRateLimit } from "../actions/precheck.ts";
import { lookForBookings } from "./look.ts";

/** The job of each account that is under way: a later one ends it. */
const jobs = new Map<string, AbortController>();

/** Does what a page asks for about bookings. What it finds goes to that page alone. */
export const answerAboutBookings: AnswerAboutBookings = async (request, signal, tell) => {
  const { accountId } = request;
  if (request.type === "links") return links(accountId, request.uid, signal);
  const ending = new AbortController();
  jobs.get(accountId)?.abort();
  jobs.set(accountId, ending);
  try {
    const either = AbortSignal.any([signal, ending.signal]);
    const found = await lookForBookings(accountId, request.connection, { signal: either, tell });
    return "missing" in found ? { type: "found", found } : { type: "refused", problem: found };
  } finally {
    if (jobs.get(accountId) === ending) jobs.delete(accountId);
  }
};

async function links(
  accountId: string,
  uid: string,
  signal: AbortSignal,
): Promise<Extract<BookingsNews, { type: "links" | "refused" }>> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return { type: "refused", problem: monitored };
  const allowed = await keyToAsk(monitored);
  if ("problem" in allowed) return { type: "refused", problem: allowed };
  const asked = { account: monitored.account, key: allowed.key };
  const startedAt = performance.now();
  const result = await fetchCalendarLinks(asked.account.apiUrl, asked.key, uid, { signal });
  if (result.kind === "good") return { type: "links", links: result.asked };
  if (isRateLimited(result)) await rememberRateLimit(asked, result, performance.now() - startedAt);
  return { type: "refused", problem: bookingProblem(result) };
}
