import { expect, test } from "vitest";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import type { Reason } from "../../../utils/messaging/action-message.ts";
import { runTests } from "./run-tests.ts";
import type { Testable, TestRun } from "./test-all.ts";

const of = (name: string, accountId: string): Testable => ({
  accountId,
  account: accountId,
  calendar: calendarSubject(
    { integration: "google_calendar", credentialId: 1, delegationCredentialId: null },
    name,
  ),
  name,
});
const ALL = [of("A1", "a"), of("A2", "a"), of("A3", "a"), of("B1", "b"), of("B2", "b")];

/** @returns what was done in turn, and how it ended */
async function ran(answers: Record<string, Reason>, wanted = Number.POSITIVE_INFINITY) {
  const did: string[] = [];
  const runs: TestRun[] = [];
  await runTests(ALL, {
    test: async ({ name }) => {
      did.push(name);
      return answers[name] ?? null;
    },
    pause: async () => {
      did.push("pause");
    },
    isWanted: () => did.length < wanted,
    onChange: (run) => runs.push(run),
  });
  return { did, last: runs.at(-1) };
}

test("all are tested, with a pause between each two", async () => {
  const { did, last } = await ran({});
  expect(did).toEqual(["A1", "pause", "A2", "pause", "A3", "pause", "B1", "pause", "B2"]);
  expect(last).toMatchObject({ state: "done", total: 5, skipped: [] });
});

test("the rest of an account that can't be asked is left out, and the next one is tested", async () => {
  const reason = { problem: "rateLimited", waitSeconds: 30 } as const;
  const { did, last } = await ran({ A2: reason });
  expect(did).toEqual(["A1", "pause", "A2", "pause", "B1", "pause", "B2"]);
  expect(last).toMatchObject({ state: "done", skipped: [{ accountId: "a", reason, count: 2 }] });
});

test("a calendar that is not checked any more stops nothing", async () => {
  expect((await ran({ A1: { problem: "notSelected" } })).last).toMatchObject({
    state: "done",
    notTestable: ["A1"],
  });
});

test("nothing more is asked once the person has stopped it, also during a pause", async () => {
  for (const wanted of [1, 2]) {
    const { did, last } = await ran({}, wanted);
    expect(did).toEqual(["A1", "pause"].slice(0, wanted));
    expect(last?.state).toBe("stopped");
  }
});

test("without a way to Cal.com it ends", async () => {
  const { did, last } = await ran({ A2: { problem: "offline" } });
  expect(did).toEqual(["A1", "pause", "A2"]);
  expect(last?.state).toEqual({ problem: "offline" });
});
