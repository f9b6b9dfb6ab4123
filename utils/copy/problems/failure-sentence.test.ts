import { describe, expect, test } from "vitest";
import { anAccountState } from "../../../tests/support/unit/world.ts";
import type { Failure } from "../../cal-api/observation.ts";
import type { Region } from "../../cal-api/server.ts";
import { failureSentence } from "./failure-sentence.ts";

const FAILURES: Failure[] = [
  { reason: "offline" },
  { reason: "unreachable" },
  { reason: "redirected" },
  { reason: "timed-out" },
  { reason: "rate-limited" },
  { reason: "server-failed", status: 502 },
  { reason: "cal-error", status: 404, message: "User not found" },
  { reason: "not-cal-api", status: 200 },
  { reason: "too-large" },
  { reason: "no-key" },
  { reason: "no-permission" },
];

function sentence(lastFailure: Failure, region: Region = "us", lastGoodAt: number | null = null): string {
  return failureSentence({ account: { region }, state: anAccountState({ lastFailure, lastGoodAt }) });
}

test("each failure has whole sentences of its own", () => {
  const sentences = FAILURES.map((failure) => sentence(failure));
  expect(new Set(sentences).size).toBe(FAILURES.length);
  for (const text of sentences) expect(text).toMatch(/^[A-Z](?!.*(\$\d|failure\.)).*\.$/);
});

test("nothing is said where nothing failed", () => {
  expect(failureSentence({ account: { region: "us" }, state: anAccountState({ lastFailure: null }) })).toBe(
    "",
  );
});

test("statuses are told where they help", () => {
  expect(sentence({ reason: "server-failed", status: 502 })).toContain("HTTP 502");
  expect(sentence({ reason: "not-cal-api", status: 204 })).toContain("HTTP 204");
});

test("a list that takes too long is one of a calendar provider's", () => {
  expect(sentence({ reason: "timed-out" })).toMatch(
    /^Cal\.com answers, but waits for one of your calendar providers/,
  );
});

test("a redirect is no network that is not there", () => {
  expect(sentence({ reason: "redirected" })).toMatch(/sends visitors elsewhere, as a sign-in page does/);
});

describe("what Cal.com itself says", () => {
  const lacking: Failure = { reason: "cal-error", status: 404, message: "Cannot GET /v2/calendars" };
  const OLD = /^Cal\.com says: Cannot GET \/v2\/calendars \(404\)\. .*older/;

  test("is handed on, with its status, and not called another's answer", () => {
    expect(sentence({ reason: "cal-error", status: 404, message: "User not found" })).toBe(
      "Cal.com says: User not found (404).",
    );
    expect(sentence(lacking)).toBe("Cal.com says: Cannot GET /v2/calendars (404).");
  });

  test("is of an old server where it has never been another", () => {
    expect(sentence(lacking, "self-hosted")).toMatch(OLD);
    expect(sentence(lacking, "self-hosted", 1)).not.toMatch(/older/);
    expect(sentence({ ...lacking, message: "Invalid prisma.query" }, "self-hosted")).not.toMatch(/older/);
  });
});
