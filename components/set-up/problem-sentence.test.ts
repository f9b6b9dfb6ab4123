import { expect, test } from "vitest";
import { culpritOf, type FormProblem, problemSentence } from "./problem-sentence.ts";

const PROBLEMS: FormProblem[] = [
  { problem: "emptyKey" },
  { problem: "unreadableKey" },
  { problem: "emptyUrl" },
  { problem: "badUrl" },
  { problem: "insecureUrl" },
  { problem: "badWebUrl" },
  { problem: "noPermission" },
  { problem: "notAllowed" },
  { problem: "wrongKeyOrRegion" },
  { problem: "wrongKey" },
  { problem: "expiredKey" },
  { problem: "forbiddenKey" },
  { problem: "outOfScope" },
  { problem: "noLicence" },
  { problem: "noApi" },
  { problem: "apiNotRunning" },
  { problem: "calError", status: 404, message: "User not found" },
  { problem: "calError", status: 404, message: "Cannot GET /v2/me" },
  { problem: "redirected" },
  { problem: "offline" },
  { problem: "unreachable" },
  { problem: "timedOut" },
  { problem: "rateLimited", waitSeconds: null },
  { problem: "serverFailed", status: 502 },
  { problem: "alreadyConnected", who: "dana@example.com" },
  { problem: "otherUser", who: "kim@example.com" },
  { problem: "accountGone" },
  { problem: "newerStore" },
  { problem: "notStored" },
  { problem: "noAnswer" },
];

test("every problem has one sentence of its own", () => {
  const sentences = PROBLEMS.map((problem) => problemSentence(problem, true));
  expect(new Set(sentences).size).toBe(PROBLEMS.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\w][^$]*[^.]\.$/);
});

test("a key that Cal.com does not know is told with all reasons, in one sentence", () => {
  const sentence = problemSentence({ problem: "wrongKeyOrRegion" }, false);
  expect(sentence).toMatch(/key.*expired.*30 days.*other region.*self-hosted[^.]*\.$/);
});

test("a key may have expired wherever it is not known", () => {
  for (const problem of ["wrongKeyOrRegion", "wrongKey", "expiredKey"] as const) {
    expect(problemSentence({ problem }, true)).toMatch(/expired.*Never expires/);
  }
});

test("what Cal.com itself says is handed on, and where it lacks this route that the server may be old", () => {
  const said = (message: string, isSelfHosted: boolean) =>
    problemSentence({ problem: "calError", status: 404, message }, isSelfHosted);
  expect(said("User not found", true)).toBe("Cal.com says: User not found (404).");
  expect(said("Cannot GET /v2/me", false)).toBe("Cal.com says: Cannot GET /v2/me (404).");
  expect(said("Cannot GET /v2/me", true)).toMatch(/^Cal\.com says: Cannot GET \/v2\/me \(404\)\. .*older/);
});

test("a redirect is one of the network in Cal.com's own regions, and else may be one of the address", () => {
  expect(problemSentence({ problem: "redirected" }, false)).toMatch(/elsewhere.*sign-in page.*network/);
  expect(problemSentence({ problem: "redirected" }, true)).toMatch(/elsewhere.*sign-in page.*right/);
});

test("an answer that is none of Cal.com's own is not blamed on the address in its own regions", () => {
  expect(problemSentence({ problem: "noApi" }, false)).toMatch(/Cal\.com's API.*sign in/);
  expect(problemSentence({ problem: "noApi" }, true)).toMatch(/no Cal\.com API v2 at this address/);
});

test("numbers are told where they help", () => {
  expect(problemSentence({ problem: "serverFailed", status: 502 }, false)).toContain("502");
  expect(problemSentence({ problem: "rateLimited", waitSeconds: 45 }, false)).toContain("45 seconds");
  expect(problemSentence({ problem: "rateLimited", waitSeconds: 600 }, false)).toContain("10 minutes");
});

test("what can be put right in the form leads to its field", () => {
  expect(culpritOf({ problem: "expiredKey" }, false)).toBe("key");
  expect(culpritOf({ problem: "outOfScope" }, false)).toBe("key");
  for (const problem of ["noApi", "apiNotRunning", "redirected"] as const) {
    expect(culpritOf({ problem }, true)).toBe("apiUrl");
    expect(culpritOf({ problem }, false)).toBeNull();
  }
  expect(culpritOf({ problem: "badWebUrl" }, true)).toBe("webUrl");
  expect(culpritOf({ problem: "offline" }, true)).toBeNull();
  // Without a field for the address there is nothing to put right in it.
  expect(culpritOf({ problem: "unreachable" }, false)).toBeNull();
});
