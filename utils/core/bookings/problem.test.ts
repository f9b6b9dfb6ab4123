import { expect, test } from "vitest";
import type { ActionFailure } from "../../cal-api/action-failure.ts";
import { bookingProblem, bookingsProblem, isAboutBooking } from "./problem.ts";

const OFFLINE: ActionFailure = { kind: "failure", failure: { reason: "offline" }, retryAfterSeconds: null };
const REFUSED: ActionFailure = { kind: "refused", status: 400, message: "No" };

test("a key that may not ask for bookings, and a server that has none to give, are told apart", () => {
  expect(bookingsProblem({ kind: "out-of-scope" })).toEqual({ problem: "bookingsOutOfScope" });
  expect(bookingsProblem({ kind: "not-found" })).toEqual({ problem: "bookingsNotOffered" });
  expect(bookingsProblem({ kind: "not-offered" })).toEqual({ problem: "bookingsNotOffered" });
  expect(bookingsProblem(OFFLINE)).toEqual({ problem: "offline" });
});

test("of one booking alone it is that booking that Cal.com does not know", () => {
  const about: ActionFailure[] = [{ kind: "not-found" }, REFUSED];
  for (const failure of about) {
    expect(isAboutBooking(failure)).toBe(true);
    expect(bookingProblem(failure)).toEqual({ problem: "bookingGone" });
  }
  expect([isAboutBooking({ kind: "out-of-scope" }), isAboutBooking(OFFLINE)]).toEqual([false, false]);
  expect(bookingProblem({ kind: "out-of-scope" })).toEqual({ problem: "bookingsOutOfScope" });
  expect(bookingProblem(OFFLINE)).toEqual({ problem: "offline" });
});
