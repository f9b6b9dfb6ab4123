import { expect, test } from "vitest";
import type { ActionFailure } from "../../cal-api/action-failure.ts";
import type { Failure } from "../../cal-api/observation.ts";
import { type ActionProblem, eventTypeProblemOf, problemOf } from "./problem.ts";

const failed = (failure: Failure, retryAfterSeconds: number | null = null): ActionFailure => ({
  kind: "failure",
  failure,
  retryAfterSeconds,
});

const SAID = { status: 400, message: "No" };

test.each<[string, ActionFailure, ActionProblem]>([
  [
    "a key that is not taken any more",
    { kind: "key-rejected", status: 401, rejection: "invalid" },
    { problem: "keyRejected" },
  ],
  ["a key that may read only", { kind: "out-of-scope" }, { problem: "readOnlyKey" }],
  ["a calendar that Cal.com holds twice", { kind: "held-twice" }, { problem: "heldTwice" }],
  ["a calendar that is not there", { kind: "not-found" }, { problem: "calendarGone" }],
  ["a server without the route", { kind: "not-offered" }, { problem: "notOffered" }],
  ["a refusal, in Cal.com's words", { kind: "refused", ...SAID }, { problem: "refused", ...SAID }],
  ["no network", failed({ reason: "offline" }), { problem: "offline" }],
  ["a server that is not reached", failed({ reason: "unreachable" }), { problem: "unreachable" }],
  ["an address that sends elsewhere", failed({ reason: "redirected" }), { problem: "redirected" }],
  ["no answer in time", failed({ reason: "timed-out" }), { problem: "timedOut" }],
  [
    "a server that wants to be left alone, for whole seconds",
    failed({ reason: "rate-limited" }, 1.2),
    { problem: "rateLimited", waitSeconds: 2 },
  ],
  [
    "one that does not say for how long",
    failed({ reason: "rate-limited" }),
    { problem: "rateLimited", waitSeconds: null },
  ],
  [
    "a server that failed",
    failed({ reason: "server-failed", status: 502 }),
    { problem: "serverFailed", status: 502 },
  ],
  [
    "an error that Cal.com put into words",
    failed({ reason: "cal-error", ...SAID }),
    { problem: "calError", ...SAID },
  ],
  ["a web page", failed({ reason: "not-cal-api", status: 200 }), { problem: "notCalApi" }],
  ["an answer without end", failed({ reason: "too-large" }), { problem: "notCalApi" }],
  ["a key that was for the browser session", failed({ reason: "no-key" }), { problem: "noKey" }],
  ["a permission that is missing", failed({ reason: "no-permission" }), { problem: "noPermission" }],
])("why an action was not done is told by what kept it from that: %s", (_, failure, problem) => {
  expect(problemOf(failure)).toEqual(problem);
});

test("of an event type it is its own calendar that is told of, and that there is none of that id", () => {
  expect(eventTypeProblemOf({ kind: "done" })).toBeNull();
  expect(eventTypeProblemOf({ kind: "not-shown" })).toEqual({ problem: "notShown" });
  expect(eventTypeProblemOf({ kind: "calendar-gone" })).toEqual({ problem: "calendarGone" });
  expect(eventTypeProblemOf({ kind: "calendar-read-only" })).toEqual({ problem: "readOnly" });
  expect(eventTypeProblemOf({ kind: "not-found" })).toEqual({ problem: "eventTypeGone" });
  expect(eventTypeProblemOf({ kind: "out-of-scope" })).toEqual({ problem: "readOnlyKey" });
});
