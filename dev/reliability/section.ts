import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../test/command.ts";
import { ROOT } from "../test/root.ts";

const DOCUMENT = join(ROOT, "docs", "reliability.md");

/** Parts of the document that commands print anew. */
export type SectionName = "faults" | "deaths" | "awaits" | "fuzz" | "mutations";

/**
 * The document with one of its parts replaced, all else as it was.
 *
 * @throws when it has no such part
 */
export function withSection(document: string, name: SectionName, text: string): string {
  const { from, to } = placeOf(document, name);
  return `${document.slice(0, from)}\n${text.trim()}\n${document.slice(to)}`;
}

/** @throws when the document has no such part */
export function sectionOf(document: string, name: SectionName): string {
  const { from, to } = placeOf(document, name);
  return document.slice(from, to).trim();
}

function placeOf(document: string, name: SectionName): { from: number; to: number } {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [start, to] = [document.indexOf(begin), document.indexOf(end)];
  if (start < 0 || to < start)
    throw new Error(`docs/reliability.md has no part between ${begin} and ${end}.`);
  return { from: start + begin.length, to };
}

export async function readSection(name: SectionName): Promise<string> {
  return sectionOf(await readFile(DOCUMENT, "utf8"), name);
}

export async function writeSection(name: SectionName, text: string): Promise<void> {
  await writeFile(DOCUMENT, withSection(await readFile(DOCUMENT, "utf8"), name, text));
}

/** When and on what something was found out. @param more e.g. the versions of the browsers */
export async function stamp(more: readonly string[]): Promise<string> {
  const head = await git("rev-parse", "--short", "HEAD");
  // The document itself is what is being written.
  const changed = await git("status", "--porcelain", "--", ".", ":!docs/reliability.md");
  const commit = head === "" ? "a build without git" : `commit ${head}${changed === "" ? "" : "-dirty"}`;
  return [new Date().toISOString().slice(0, 10), commit, ...more].join(", ");
}

async function git(...args: string[]): Promise<string> {
  return (await runCommand("git", args)).stdout.trim();
}
