import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../dev/gallery/account.ts";
import { answered, broken } from "../../../dev/gallery/answers.ts";
import { google, googleFlagged, outlook, toDana } from "../../../dev/gallery/people.ts";
import { problemRef } from "../../../utils/telling/problem-ref.ts";
import { findAsked } from "./asked.ts";
import { problemsView } from "./problems.ts";

const REVOKED = "Access token expired or revoked";
const memory = remember([answered(5, [googleFlagged, broken(outlook, REVOKED)], toDana)]);
const view = (of = memory) =>
  problemsView(
    [{ account: DANA, memory: of, nextCheckAt: null, offerAnswered: true, readings: [], reconnections: [] }],
    NOW,
  );

test("every finding leads to what stands for it, a group to each of its findings", () => {
  const whats = memory.findings.map((finding) => {
    const found = findAsked(view(), problemRef(DANA.id, finding));
    return found?.place === "shown" && "copy" in found.markable
      ? (found.markable.copy as { what: string }).what
      : null;
  });
  expect(whats).not.toContain(null);
  expect(whats.filter((what) => what === "3 calendars are read-only")).toHaveLength(3);
});

test("a suspicion is found among the suspicions", () => {
  const suspicious = remember([
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  ]);
  const [finding] = suspicious.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(findAsked(view(suspicious), problemRef(DANA.id, finding))).toMatchObject({
    place: "shown",
    markable: { findings: [{ kind: "connection-error", confirmed: false }] },
  });
});

test("what is marked as expected is found as such", () => {
  const marked = { ...memory, findings: memory.findings.map((one) => ({ ...one, expected: true })) };
  const [finding] = marked.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(findAsked(view(marked), problemRef(DANA.id, finding))).toEqual({ place: "expected" });
});

test("what is over, or another account's, is not found", () => {
  const [finding] = memory.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(findAsked(view(remember([answered(5, [google], toDana)])), problemRef(DANA.id, finding))).toBeNull();
  expect(findAsked(view(), problemRef("somebody", finding))).toBeNull();
});

test("of two accounts with the same problem, it is the one that is meant", () => {
  const accounts = ["a", "b"].map((id) => ({
    account: { ...DANA, id },
    memory,
    nextCheckAt: null,
    offerAnswered: true,
    readings: [],
    reconnections: [],
  }));
  const [finding] = memory.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(findAsked(problemsView(accounts, NOW), problemRef("b", finding))).toMatchObject({
    markable: { account: { id: "b" } },
  });
});
