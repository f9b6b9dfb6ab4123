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
  { problem: "noLicence" },
  { problem: "noApi" },
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

test("a key that Cal.com does not know is told with both reasons", () => {
  const sentence = problemSentence({ problem: "wrongKeyOrRegion" }, false);
  expect(sentence).toMatch(/key/);
  expect(sentence).toMatch(/other region/);
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
  expect(culpritOf({ problem: "noApi" }, true)).toBe("apiUrl");
  expect(culpritOf({ problem: "badWebUrl" }, true)).toBe("webUrl");
  expect(culpritOf({ problem: "offline" }, true)).toBeNull();
  // Without a field for the address there is nothing to put right in it.
  expect(culpritOf({ problem: "unreachable" }, false)).toBeNull();
});
