/** Drives real browsers through all end-to-end tests or through some of them: `npm run test:e2e -- FILE`. */
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import { ROOT } from "../test/root.ts";
import { readArguments } from "./args.ts";
import { chooseFiles } from "./choose-files.ts";

/** The folders of `tests/` that have a configuration of their own. */
const FOLDERS = ["e2e", "faults"];

try {
  const { browsers, files: wanted, test } = readArguments(process.argv.slice(2));
  const files = chooseFiles(await testFiles(), wanted, ROOT);
  // What is tested is the shipped build. Whether the one that is there is of today takes as long to find out as to make it.
  for (const browser of browsers) await buildExtension(browser);
  for (const folder of FOLDERS) {
    const ours = files.filter((file) => file.startsWith(`tests/${folder}/`));
    if (ours.length === 0) continue;
    const projects = browsers.flatMap((browser) => ["--project", browser]);
    const only = test === undefined ? [] : ["-t", test];
    const config = join("tests", folder, "vitest.config.ts");
    if ((await vitest("--config", config, ...projects, ...only, ...ours)) !== 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function testFiles(): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(join(ROOT, "tests", folder), { recursive: true });
      return names.map((name) => `tests/${folder}/${name.replaceAll("\\", "/")}`);
    }),
  );
  return lists
    .flat()
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
}

/** @returns the exit code; null when it was ended by a signal. */
function vitest(...args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn("vitest", ["run", ...args], {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, EVERY_STORY: "yes" },
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}
