import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./root.ts";
import { countRun, type Report, type Run, runWithAgain } from "./vitest-outcome.ts";

const result = (status: string, fullName: string, ...failureMessages: string[]) => ({
  status,
  fullName,
  failureMessages,
});
const file = (name: string, ...assertionResults: ReturnType<typeof result>[]) => ({
  name: join(ROOT, name),
  status: assertionResults.every(({ status }) => status === "passed") ? "passed" : "failed",
  assertionResults,
});
const WELL = file("a.test.ts", result("passed", "is well"));
const BROKEN = file(
  "b.test.ts",
  result("passed", "goes"),
  result("failed", "snoozes", "Error: too late\n    at snooze.ts:3"),
);
const MENDED = file("b.test.ts", result("passed", "goes"), result("passed", "snoozes"));

const reportOf = (...testResults: Report["testResults"]): Report => {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => all.filter(({ status }) => status === wanted).length;
  return {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numPendingTests: count("pending"),
    numTodoTests: count("todo"),
    testResults,
  };
};
const runOf = (...files: Report["testResults"]): Run => {
  const report = reportOf(...files);
  const hasFailed = files.some(({ status }) => status === "failed");
  return { report, errorsOutside: 0, code: hasFailed ? 1 : 0, output: "said" };
};

/** Runs one after the other; tells which files each was asked for. */
async function tell(...runs: Run[]) {
  const asked: (readonly string[])[] = [];
  const outcome = await runWithAgain(async (files) => {
    asked.push(files);
    return runs[asked.length - 1] ?? runOf();
  });
  return { asked, outcome };
}

test("every test counts one", () => {
  expect(countRun(runOf(WELL, MENDED))).toEqual({ passed: 3, failed: 0, output: "" });
  expect(countRun(runOf(WELL, BROKEN))).toEqual({ passed: 2, failed: 1, output: "said" });
});

test("a file that can't be loaded is a failure although no test failed", () => {
  const unloadable = { name: "c.test.ts", status: "failed", assertionResults: [] };
  expect(countRun(runOf(WELL, unloadable))).toMatchObject({ passed: 1, failed: 1 });
});

test("skipped tests are failures", () => {
  const skipped = file("c.test.ts", result("pending", "waits"), result("todo", "comes"));
  const outcome = countRun({ ...runOf(WELL, skipped), code: 0 });
  expect(outcome).toMatchObject({ failed: 2, output: expect.stringContaining("2 tests were skipped") });
});

test("a run that fails outside of any test, or writes no report, is one failure", () => {
  expect(countRun({ ...runOf(WELL), code: 1 })).toMatchObject({ passed: 1, failed: 1 });
  const none = { report: undefined, errorsOutside: 0, code: 0, output: "crash" };
  expect(countRun(none)).toEqual({ passed: 0, failed: 1, output: "crash" });
});

test("a file in which something failed is run again whole, its second run counts, and that is said", async () => {
  const { asked, outcome } = await tell(runOf(WELL, BROKEN), runOf(MENDED));
  expect(asked).toEqual([[], [BROKEN.name]]);
  expect(outcome).toEqual({
    passed: 3,
    failed: 0,
    output: "",
    again: ['b.test.ts. At first: "snoozes": Error: too late'],
  });
});

test("what is really broken fails twice, and counts once", async () => {
  const { outcome } = await tell(runOf(WELL, BROKEN), runOf(BROKEN));
  expect(outcome).toMatchObject({ passed: 2, failed: 1, output: "said" });
});

test("what passed at first, but not when it was run again, is a failure", async () => {
  const other = file("b.test.ts", result("failed", "goes", "no"), result("passed", "snoozes"));
  expect((await tell(runOf(WELL, BROKEN), runOf(other))).outcome).toMatchObject({ passed: 2, failed: 1 });
});

test("a second run without a report is a failure", async () => {
  const crashed = { report: undefined, errorsOutside: 0, code: null, output: "no browser" };
  const { outcome } = await tell(runOf(WELL, BROKEN), crashed);
  expect(outcome).toMatchObject({ passed: 1, failed: 1, output: "no browser" });
});

test("nothing is run again when all passed, or when so much failed that it is no hiccup", async () => {
  expect((await tell(runOf(WELL))).asked).toHaveLength(1);
  const many = Array.from({ length: 6 }, (_, index) =>
    file(`${index}.test.ts`, result("failed", "no", "no")),
  );
  const { asked, outcome } = await tell(runOf(...many));
  expect(asked).toHaveLength(1);
  expect(outcome).toMatchObject({ failed: 6 });
});

test("an error outside of any test in the first run is a failure, though all is well when it is run again", async () => {
  const { asked, outcome } = await tell({ ...runOf(WELL, BROKEN), errorsOutside: 1 }, runOf(MENDED));
  expect(asked).toEqual([[], [BROKEN.name]]);
  expect(outcome).toMatchObject({ passed: 3, failed: 1, output: "said", again: [expect.any(String)] });
});

test("an error outside of any test fails the second run, too", async () => {
  const { outcome } = await tell(runOf(WELL, BROKEN), { ...runOf(MENDED), code: 1 });
  expect(outcome).toMatchObject({ passed: 3, failed: 1 });
});
