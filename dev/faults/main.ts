/**
 * Everything that may go wrong, and random deaths, in both browsers; the worker ended at each of its calls, and damaged bodies, in Node:
 * `npm run faults`. It takes an hour or more.
 */
import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import type { Line } from "../../tests/support/results.ts";
import { stamp, writeSection } from "../reliability/section.ts";
import { ROOT } from "../test/root.ts";
import { type Arguments, isInBrowsers, readArguments } from "./args.ts";
import { awaitTable, browsersOf, deathTable, faultTables, fuzzTable } from "./tables.ts";

const RESULTS = join(ROOT, "reports", "faults");
const CONFIG = "tests/faults/vitest.config.ts";

try {
  const wanted = readArguments(process.argv.slice(2));
  await rm(RESULTS, { recursive: true, force: true });
  const isWell = await tell(wanted);
  await print(await readResults(), wanted);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** @returns whether all held */
async function tell({ parts, browsers, deaths, bodies, seed, name }: Arguments): Promise<boolean> {
  const codes: (number | null)[] = [];
  if (parts.includes("fuzz")) {
    codes.push(await vitest(["tests/support/fuzz"], { FUZZED_BODIES: `${bodies}`, FUZZ_SEED: `${seed}` }));
  }
  if (parts.includes("awaits")) {
    codes.push(await vitest(["utils/background/every-await"], { EVERY_AWAIT: "yes" }));
  }
  const files = parts.filter(isInBrowsers).map((part) => `tests/faults/${part}.test.ts`);
  if (files.length === 0) return codes.every((code) => code === 0);
  for (const browser of browsers) await buildExtension(browser);
  const only = name === undefined ? [] : ["-t", name];
  const counts = { EVERY_FAULT: "yes", WORKER_DEATHS: `${deaths}`, DEATHS_SEED: `${seed}` };
  const runs = browsers.map((browser) =>
    vitest(["--config", CONFIG, "--project", browser, ...only, ...files], counts),
  );
  return [...codes, ...(await Promise.all(runs))].every((code) => code === 0);
}

/** Prints the tables, and puts them into the document; those of a part of the faults are printed only. */
async function print(lines: readonly Line[], { parts, browsers, name }: Arguments): Promise<void> {
  const first = `${await stamp([...browsersOf(lines).values()])}.`;
  const tables = {
    matrix: faultTables(lines),
    deaths: deathTable(lines),
    awaits: awaitTable(lines),
    fuzz: fuzzTable(lines),
  };
  const sections = { matrix: "faults", deaths: "deaths", awaits: "awaits", fuzz: "fuzz" } as const;
  for (const part of parts) {
    console.log(`\n${tables[part]}`);
    const isWhole = !isInBrowsers(part) || (name === undefined && browsers.length === 2);
    if (isWhole) await writeSection(sections[part], `${first}\n\n${tables[part]}`);
  }
}

async function readResults(): Promise<Line[]> {
  const files = await readdir(RESULTS).catch(() => []);
  const texts = await Promise.all(files.map((file) => readFile(join(RESULTS, file), "utf8")));
  return texts.flatMap((text) => text.trim().split("\n")).map((line) => JSON.parse(line));
}

/** @returns the exit code; null when it was ended by a signal. */
function vitest(args: readonly string[], env: Record<string, string>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn("vitest", ["run", ...args], {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, EVERY_STORY: "yes", FAULT_RESULTS: RESULTS, ...env },
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}
