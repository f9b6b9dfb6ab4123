import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { runCommand } from "../../dev/test/command.ts";
import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";

const FILE = resolve(import.meta.dirname, "../results.md");
const END = "<!-- end of what is written -->";

/** When, where and of what the figures are, for the line above them. */
export async function circumstances(version: string, pairs: number): Promise<string> {
  const commit = (await runCommand("git", ["describe", "--always", "--dirty"])).stdout.trim();
  const day = new Date().toISOString().slice(0, 10);
  const cores = cpus();
  return `${day}, commit ${commit}, ${pairs} pairs, ${cores.length} cores (${cores[0]?.model.trim()}), ${version}.`;
}

/** Puts the figures of a browser into `bench/results.md`, where its last ones stood. */
export async function writeResults(browser: BrowserName, text: string): Promise<void> {
  const before = await readFile(FILE, "utf8");
  const mark = `<!-- ${browser}, written by npm run bench -->`;
  const begin = before.indexOf(mark);
  const end = before.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`${FILE} has lost its marks "${mark}" and "${END}".`);
  await writeFile(FILE, `${before.slice(0, begin + mark.length)}\n\n${text}\n${before.slice(end)}`);
}
