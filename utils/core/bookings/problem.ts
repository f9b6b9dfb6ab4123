import type { ActionFailure } from "../../cal-api/action-failure.ts";
import { type ActionProblem, problemOf } from "../actions/problem.ts";

/** What a person is told when Cal.com did not say which bookings there are. */
export function bookingsProblem(failure: ActionFailure): ActionProblem {
  switch (failure.kind) {
    case "out-of-scope":
      return { problem: "bookingsOutOfScope" };
    case "not-found":
    case "not-offered":
      return { problem: "bookingsNotOffered" };
    default:
      return problemOf(failure);
  }
}

/** The same of one booking that was asked about by itself. */
export function bookingProblem(failure: ActionFailure): ActionProblem {
  return isAboutBooking(failure) ? { problem: "bookingGone" } : bookingsProblem(failure);
}

/** Whether it is about one booking alone: Cal.com does not know it any more, or it is of somebody else after all. */
export function isAboutBooking({ kind }: ActionFailure): boolean {
  return kind === "not-found" || kind === "refused";
}
