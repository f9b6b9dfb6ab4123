import { expect, test } from "vitest";
import type { Reason } from "../messaging/action-message.ts";
import { reasonSentence } from "./reason-sentence.ts";

const PLAIN = [
  "accountGone",
  "newerStore",
  "notStored",
  "calendarGone",
  "connectionBroken",
  "readOnly",
  "webAppOnly",
  "noWebApp",
  "keyRejected",
  "readOnlyKey",
  "outOfScope",
  "heldTwice",
  "noKey",
  "noPermission",
  "offline",
  "unreachable",
  "redirected",
  "timedOut",
  "notCalApi",
  "notShown",
  "notReadBack",
  "unreadable",
  "notYours",
  "noAnswer",
] as const;
const REASONS: Reason[] = [
  ...PLAIN.map((problem) => ({ problem })),
  { problem: "rateLimited", waitSeconds: null },
  { problem: "rateLimited", waitSeconds: 30 },
  { problem: "serverFailed", status: 502 },
  { problem: "calError", status: 500, message: "Sorry" },
  { problem: "refused", status: 400, message: "No" },
];

test("each reason has a sentence of its own", () => {
  const sentences = REASONS.map(reasonSentence);
  expect(new Set(sentences).size).toBe(REASONS.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z](?!.*\$\d)(?!.*action\.).*\.$/);
});

test("what the key may do, and what stands in the way, is said in plain words", () => {
  expect(reasonSentence({ problem: "readOnlyKey" })).toContain("may read, but not change anything");
  expect(reasonSentence({ problem: "heldTwice" })).toMatch(
    /holds this choice twice.*Remove the old connection first/,
  );
  expect(reasonSentence({ problem: "calError", status: 500, message: "Sorry" })).toBe(
    "Cal.com says: Sorry (500).",
  );
});

test("a wait that the server asks for is told", () => {
  expect(reasonSentence({ problem: "rateLimited", waitSeconds: 30 })).toContain("30 seconds");
  expect(reasonSentence({ problem: "refused", status: 409, message: "No such app" })).toContain(
    "No such app (409)",
  );
});
