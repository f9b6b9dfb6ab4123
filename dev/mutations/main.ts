/** Changes the core in thousands of small ways, and sees which of them no test notices: `npm run mutations`. It takes an hour or more. */
import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { stamp, writeSection } from "../reliability/section.ts";
import { ROOT } from "../test/root.ts";
import { readFolders } from "./args.ts";
import { mutationTable, type Report } from "./table.ts";

/** Where the results of each folder are kept: what was not tried again is told as it was. */
const RESULTS = join(ROOT, "reports", "mutations");
/** Where Stryker writes them: `stryker.config.json`. */
const REPORT = join(ROOT, "reports", "mutation.json");

try {
  // A machine that somebody works on stays usable.
  setPriority(constants.priority.PRIORITY_LOW);
  await mkdir(RESULTS, { recursive: true });
  for (const folder of readFolders(process.argv.slice(2))) {
    const code = await stryker(folder);
    if (code !== 0) throw new Error(`Stryker ended with ${code} in utils/core/${folder}.`);
    await rename(REPORT, join(RESULTS, `${folder.replaceAll("/", "-")}.json`));
    const table = mutationTable(await readReports());
    console.log(table);
    await writeSection("mutations", `${await stamp([])}\n\n${table}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function readReports(): Promise<Report[]> {
  const files = (await readdir(RESULTS)).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(RESULTS, file), "utf8"))));
}

/** @returns the exit code; null when it was ended by a signal. */
function stryker(folder: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const mutate = `utils/core/${folder}/*.ts,!**/*.test.ts`;
    const child = spawn("stryker", ["run", "--mutate", mutate], {
      cwd: ROOT,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}
