import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./command.ts";
import type { Outcome } from "./outcome.ts";

/** What Vitest's JSON reporter writes; only what is counted. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: TestResult[] }[];
}

interface TestResult {
  status: string;
  fullName: string;
  /** Of a test that passed, those of the tries before. */
  failureMessages: string[];
}

/** Runs Vitest and counts each test. A file that can't even be loaded is one failure, and so is a run without tests. */
export async function vitestOutcome(...args: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "vitest-report-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await runCommand("vitest", ["run", ...args, ...reporters]);
  const text = await readFile(file, "utf8").catch(() => undefined);
  await rm(folder, { recursive: true });
  return countReport(text === undefined ? undefined : JSON.parse(text), code, output);
}

/** @param report undefined when Vitest wrote none. */
export function countReport(report: Report | undefined, code: number | null, output: string): Outcome {
  if (!report) return { passed: 0, failed: 1, output };
  const unloadable = report.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const counted = report.numFailedTests + unloadable.length + skipped;
  // A threshold that was missed or an error outside of any test fails the run and no test.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const complaint = skipped > 0 ? `\n${skipped} tests were skipped: none may be.` : "";
  const told = failed > 0 ? output + complaint : retried(report).join("\n");
  return { passed: report.numPassedTests, failed, output: told };
}

/** What passed only when it was tried again, and why it did not at first, a line each: nobody would see it otherwise. */
function retried({ testResults }: Report): string[] {
  const passed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "passed"),
  );
  return passed.flatMap(({ fullName, failureMessages: [first] }) =>
    first === undefined ? [] : [`Passed when tried again: ${fullName}. At first: ${first.split("\n")[0]}`],
  );
}
