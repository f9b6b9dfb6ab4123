import { writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** Name of the variable that says into which file the number goes. */
export const ERRORS_FILE = "ERRORS_OUTSIDE_FILE";

/** A reporter for Vitest: writes how many errors there were outside of any test, such as a rejection that nobody waited for. */
export default class ErrorsReporter implements Reporter {
  onTestRunEnd(_: unknown, errors: readonly unknown[]): void {
    const file = process.env[ERRORS_FILE];
    if (file !== undefined) writeFileSync(file, `${errors.length}`);
  }
}
