import type { AnsweredBooking } from "../../cal-api/booking.ts";
import { fetchBookings, fetchReferences } from "../../cal-api/bookings.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { breakOf } from "../../core/bookings/breaks.ts";
import type { Found } from "../../core/bookings/found.ts";
import { type Gathered, type Meant, NOTHING_GATHERED, TAKE, withPage } from "../../core/bookings/gather.ts";
import { appsListingIn, placeOf } from "../../core/bookings/place-of.ts";
import { begun, NOTHING_FOUND, withPlaced } from "../../core/bookings/sum.ts";
import type { ConnectionId } from "../../core/model/subject.ts";
import type { Progress } from "../../messaging/bookings.ts";
import { findMonitored } from "../actions/precheck.ts";
import { check } from "../checks/check.ts";
import type { MonitoredAccount } from "../monitored-accounts.ts";
import { clientFor } from "./client-for.ts";
import type { PacedResult, pacedClient } from "./paced.ts";
import { rememberCounts } from "./remember-counts.ts";

/** After so many bookings in a row that Cal.com failed at, it is not about the bookings. */
const MOST_FAILURES = 3;

/** How a job is ended early, and what hears how far it is. */
export interface JobWays {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
}

type Ask = ReturnType<typeof pacedClient>;

/**
 * Looks in which calendars the bookings are that were made while a connection was broken: a request for each of them, as fast as
 * Cal.com's limit allows. Only counts are stored.
 * @returns what was found, also when it was ended early; or why nothing could be asked
 */
export async function lookForBookings(
  accountId: string,
  connection: ConnectionId,
  { signal, tell }: JobWays,
): Promise<Found | ActionProblem> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return monitored;
  const { account, status } = monitored;
  const now = Date.now();
  const broken = breakOf(status, connection, now);
  if (!broken) return { problem: "breakOver" };
  let told: Progress = { looked: 0, of: null, waitSeconds: null };
  const tellMore = (more: Partial<Progress>) => {
    told = { ...told, ...more };
    tell(told);
  };
  const client = await clientFor(monitored, { signal, onWait: (waitSeconds) => tellMore({ waitSeconds }) });
  if ("problem" in client) return client;

  const meant: Meant = { userId: account.user.id, since: broken.since, now };
  const gathered = await gather(client.ask, meant);
  const found =
    "bookings" in gathered
      ? await place(client.ask, monitored, gathered, tellMore)
      : ended(NOTHING_FOUND, gathered);
  // Badge and popup learn of it from the list's own answer.
  if (found.problem?.problem === "keyRejected") await check(accountId);
  if (found.of !== null && (found.looked > 0 || !found.stopped))
    await rememberCounts(client.asked, broken, found);
  return found;
}

async function gather(ask: Ask, meant: Meant): Promise<Gathered | PacedResult<never>> {
  let gathered = NOTHING_GATHERED;
  while (gathered.skip !== null) {
    const page = { since: meant.since, take: TAKE, skip: gathered.skip };
    const result = await ask(({ account, key }, options) =>
      fetchBookings(account.apiUrl, key, page, options),
    );
    if (result.kind !== "good") return result;
    gathered = withPage(gathered, result.asked, meant);
  }
  return gathered;
}

async function place(
  ask: Ask,
  { account, status }: MonitoredAccount,
  gathered: Gathered,
  tell: (progress: Pick<Progress, "looked" | "of">) => void,
): Promise<Found> {
  const appsListing = appsListingIn(status.state);
  let found = begun(gathered);
  let failures = 0;
  for (const booking of gathered.bookings) {
    tell({ looked: found.looked, of: found.of });
    const result = await references(ask, booking);
    const mayGoOn = result.kind === "problem" && result.mayPass && ++failures < MOST_FAILURES;
    if (result.kind === "ended" || (result.kind === "problem" && !mayGoOn)) return ended(found, result);
    if (result.kind !== "problem") failures = 0;
    const placed =
      result.kind === "good"
        ? placeOf(booking, result.asked, appsListing)
        : ({ place: "unclear", why: "unreadable" } as const);
    found = withPlaced(found, booking, placed, account.webUrl);
  }
  return found;
}

/** What waits to be confirmed is in no calendar yet, so nothing has to be asked. */
async function references(ask: Ask, { uid, status }: AnsweredBooking) {
  if (status !== "accepted") return { kind: "good", asked: [] } as const;
  return ask(({ account, key }, options) => fetchReferences(account.apiUrl, key, uid, options));
}

function ended(found: Found, result: PacedResult<unknown>): Found {
  if (result.kind === "problem") return { ...found, stopped: true, problem: result.problem };
  if (result.kind === "untold")
    return { ...found, stopped: true, problem: { problem: "bookingsNotOffered" } };
  return { ...found, stopped: true };
}
