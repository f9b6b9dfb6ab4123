import { expect, test } from "vitest";
import { countReport } from "./vitest-outcome.ts";

const result = (fullName: string, ...failureMessages: string[]) => ({
  status: "passed",
  fullName,
  failureMessages,
});
const report = (changes: object = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [result("is well")] }],
  ...changes,
});

test("every test counts one", () => {
  expect(countReport(report(), 0, "")).toMatchObject({ passed: 5, failed: 0 });
  expect(countReport(report({ numFailedTests: 2 }), 1, "why")).toEqual({
    passed: 5,
    failed: 2,
    output: "why",
  });
});

test("a file that can't be loaded is a failure although no test failed", () => {
  const broken = { name: "b.test.ts", status: "failed", assertionResults: [] };
  expect(countReport(report({ testResults: [broken] }), 1, "")).toMatchObject({ passed: 5, failed: 1 });
});

test("skipped tests are failures", () => {
  const outcome = countReport(report({ numPendingTests: 2, numTodoTests: 1 }), 0, "");
  expect(outcome).toMatchObject({ failed: 3, output: expect.stringContaining("3 tests were skipped") });
});

test("a run that fails outside of any test, or writes no report, is one failure", () => {
  expect(countReport(report(), 1, "threshold")).toMatchObject({ passed: 5, failed: 1 });
  expect(countReport(undefined, 0, "crash")).toEqual({ passed: 0, failed: 1, output: "crash" });
});

test("a test that passed only when it was tried again is told of, with why it did not at first", () => {
  const assertionResults = [result("is well"), result("snoozes", "Error: too late\n    at snooze.ts:3")];
  const again = report({ testResults: [{ name: "a.test.ts", status: "passed", assertionResults }] });
  expect(countReport(again, 0, "")).toEqual({
    passed: 5,
    failed: 0,
    output: "Passed when tried again: snoozes. At first: Error: too late",
  });
});
