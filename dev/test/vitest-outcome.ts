import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runCommand } from "./command.ts";
import { ERRORS_FILE } from "./errors-reporter.ts";
import type { Outcome } from "./outcome.ts";
import { ROOT } from "./root.ts";

/** What Vitest's JSON reporter writes; only what is counted. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: TestFile[];
}

interface TestFile {
  /** Absolute path. */
  name: string;
  status: string;
  /** Why it could not be loaded. */
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

/** One run of Vitest. */
export interface Run {
  /** undefined when Vitest wrote none. */
  report: Report | undefined;
  /** How many errors there were outside of any test: no file fails with them. */
  errorsOutside: number;
  code: number | null;
  output: string;
}

/** Vitest's own report leaves them out. */
const ERRORS_REPORTER = join(ROOT, "dev/test/errors-reporter.ts");

/** When more than so many files fail, it is no hiccup of a browser, and to run all of them again would only take time. */
const MOST_AGAIN = 5;

/** Runs Vitest and counts each test. A file that can't even be loaded is one failure, and so is a run without tests. */
export async function vitestOutcome(...args: string[]): Promise<Outcome> {
  return countRun(await runVitest(args));
}

/**
 * The same for tests that drive browsers, which lose a focus or an event now and then on a busy machine: a file in which something
 * failed is run a second time, whole and with new browsers, and that counts. What is really broken fails twice. An error outside of any
 * test is of no file that could be run again: it counts at once.
 */
export function vitestOutcomeWithAgain(...args: string[]): Promise<Outcome> {
  return runWithAgain((files) => runVitest([...args, ...files]));
}

/** @param run runs all files, or these only */
export async function runWithAgain(run: (files: readonly string[]) => Promise<Run>): Promise<Outcome> {
  const first = await run([]);
  const files = failedFiles(first);
  if (files.length === 0 || files.length > MOST_AGAIN) return countRun(first);
  // The code says no more than that these files failed, or that there was an error outside of any test.
  const code = first.errorsOutside > 0 ? 1 : 0;
  const others = countRun({ ...first, report: without(first, files), code });
  const second = countRun(await run(files.map(({ name }) => name)));
  const again = files.map((file) => `${relative(ROOT, file.name)}. At first: ${whyFailed(file)}`);
  return {
    passed: others.passed + second.passed,
    failed: others.failed + second.failed,
    output: [others.output, second.output].filter(Boolean).join("\n"),
    again,
  };
}

async function runVitest(args: readonly string[]): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "vitest-report-"));
  const [file, errorsFile] = [join(folder, "report.json"), join(folder, "errors.json")];
  const reporters = ["default", "json", ERRORS_REPORTER].map((reporter) => `--reporter=${reporter}`);
  const { code, output } = await runCommand(
    "vitest",
    ["run", ...args, ...reporters, `--outputFile.json=${file}`],
    {
      [ERRORS_FILE]: errorsFile,
    },
  );
  const [text, errors] = await Promise.all(
    [file, errorsFile].map((one) => readFile(one, "utf8").catch(() => undefined)),
  );
  await rm(folder, { recursive: true });
  // Who has not told of errors was not there at the end.
  const report = text === undefined || errors === undefined ? undefined : JSON.parse(text);
  return { report, errorsOutside: Number(errors ?? 0), code, output };
}

export function countRun({ report, code, output }: Run): Outcome {
  if (!report) return { passed: 0, failed: 1, output };
  const unloadable = report.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const counted = report.numFailedTests + unloadable.length + skipped;
  // A threshold that was missed or an error outside of any test fails the run and no test.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const complaint = skipped > 0 ? `\n${skipped} tests were skipped: none may be.` : "";
  return { passed: report.numPassedTests, failed, output: failed > 0 ? output + complaint : "" };
}

const failedFiles = ({ report }: Run): TestFile[] =>
  report?.testResults.filter(({ status }) => status === "failed") ?? [];

/** The report without these files, as if they had not been run. */
function without({ report }: Run, files: readonly TestFile[]): Report | undefined {
  if (!report) return undefined;
  const left = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (...statuses: string[]) => left.filter(({ status }) => statuses.includes(status)).length;
  return {
    numPassedTests: report.numPassedTests - count("passed"),
    numFailedTests: report.numFailedTests - count("failed"),
    numPendingTests: report.numPendingTests - count("pending", "skipped"),
    numTodoTests: report.numTodoTests - count("todo"),
    testResults: report.testResults.filter((file) => !files.includes(file)),
  };
}

function whyFailed({ message, assertionResults }: TestFile): string {
  const failed = assertionResults.find(({ status }) => status === "failed");
  const [why = message ?? ""] = failed?.failureMessages ?? [];
  return [failed && `"${failed.fullName}": `, why.split("\n")[0]].filter(Boolean).join("");
}
