/** Changes the core in thousands of small ways, and sees which of them no test notices: `npm run mutations`. It takes an hour or more. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { join, posix } from "node:path";
import { readSection, stamp, writeSection } from "../reliability/section.ts";
import { ROOT } from "../test/root.ts";
import { readFolders } from "./args.ts";
import { mutationTable, type Report, readMutationTable, resultsOf, withResults } from "./table.ts";

/** Where Stryker writes what it found: `stryker.config.json`. */
const REPORT = join(ROOT, "reports", "mutation.json");

try {
  // A machine that somebody works on stays usable.
  setPriority(constants.priority.PRIORITY_LOW);
  for (const folder of readFolders(process.argv.slice(2))) {
    const code = await stryker(folder);
    if (code !== 0) throw new Error(`Stryker ended with ${code} in utils/core/${folder}.`);
    const added = resultsOf(await readReport(), await stamp([]));
    const text = mutationTable(withResults(readMutationTable(await readSection("mutations")), added));
    console.log(text);
    await writeSection("mutations", text);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function readReport(): Promise<Report> {
  return JSON.parse(await readFile(REPORT, "utf8"));
}

/** @returns the exit code; null when it was ended by a signal. */
function stryker(folder: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const mutate = `${posix.join("utils/core", folder)}/*.ts,!**/*.test.ts`;
    const child = spawn("stryker", ["run", "--mutate", mutate], {
      cwd: ROOT,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}
