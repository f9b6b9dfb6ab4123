import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fromProblems, type Outcome } from "./outcome.ts";
import { ROOT } from "./root.ts";

/**
 * Bytes after gzip. A page is its own file, what that loads at once, and the CSS. `firstScreen` is what the popup needs until it is first
 * painted, `popup` that and what is loaded right after.
 */
type Budget = Record<"firstScreen" | "popup" | "options" | "worker" | "total", number>;

const BUILDS = ["chrome-mv3", "firefox-mv3"];
const STATIC_REFERENCE = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g;
const PAGE_REFERENCE = /(?:src|href)="\/?([^"]+\.(?:js|css))"/g;
const LATER_REFERENCE = /data-rest="\/?([^" ]+\.js)/g;

/** Compares what the browser loads with the budget, in every build. */
export async function checkSizes(): Promise<Outcome> {
  const budget: Budget = JSON.parse(await readFile(join(import.meta.dirname, "size-budget.json"), "utf8"));
  const problems: string[] = [];
  const lines: string[] = [];
  for (const build of BUILDS) {
    const sizes = await measureBuild(join(ROOT, ".output", build));
    lines.push(
      `${build}: ${Object.entries(sizes)
        .map(([part, size]) => `${part} ${size}`)
        .join(", ")} bytes (gzip)`,
    );
    for (const part of Object.keys(budget) as (keyof Budget)[]) {
      if (sizes[part] > budget[part]) {
        problems.push(
          `${build}: ${part} has ${sizes[part]} bytes after gzip, the budget is ${budget[part]}.`,
        );
      }
    }
  }
  return fromProblems(problems, lines.join("\n"));
}

/** @throws when a part is missing. */
async function measureBuild(dir: string): Promise<Budget> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const all = await Promise.all(
    files.map(async (entry) => gzipSync(await readFile(join(entry.parentPath, entry.name))).length),
  );
  return {
    firstScreen: await measurePage(dir, "popup.html", [PAGE_REFERENCE]),
    popup: await measurePage(dir, "popup.html", [PAGE_REFERENCE, LATER_REFERENCE]),
    options: await measurePage(dir, "options.html", [PAGE_REFERENCE]),
    worker: await gzipSize(dir, await closure(dir, ["background.js"])),
    total: all.reduce((sum, size) => sum + size, 0),
  };
}

async function measurePage(dir: string, page: string, references: readonly RegExp[]): Promise<number> {
  const html = await readFile(join(dir, page), "utf8");
  const referred = references.flatMap((one) => [...html.matchAll(one)].map(([, file = ""]) => file));
  return gzipSize(dir, [page, ...(await closure(dir, referred))]);
}

/** The files and all that they import before they run; what is imported later is not counted. */
async function closure(dir: string, files: readonly string[]): Promise<string[]> {
  const known = new Set(files);
  for (const file of known) {
    const source = await readFile(join(dir, file), "utf8");
    for (const [, imported = ""] of source.matchAll(STATIC_REFERENCE)) known.add(join(file, "..", imported));
  }
  return [...known];
}

async function gzipSize(dir: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(dir, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
