import { posix } from "node:path";

/** One import of another file of ours. */
export interface Import {
  /** Path from the project's folder, e.g. `utils/words.ts`. */
  target: string;
  /** `import type`: nothing is left of it at run time. */
  typeOnly: boolean;
}

export interface Imports {
  /** Of our own files, by a relative path; packages are not among them. Each target once, as a value if any is. */
  ours: Import[];
  /** How many lines the import statements take, and `export … from`; `import()` is code, not among them. */
  lines: number;
}

// WHY [at the start of a line]: a statement starts there once Biome has formatted the file, and text in comments does not.
const STATEMENT =
  /^(?:import(?:\s+(type)\b(?!\s*,|\s+from\b))?\s*(?:[\w*$][^;"']*?from\s*|\{[^;"']*?from\s*)?|export\s+(type\s+)?(?:\*|\{[^}]*\})[^;"']*?from\s*)["']([^"']+)["'];?/gm;
const DYNAMIC = /(typeof\s+)?\bimport\(\s*["']([^"']+)["']\s*\)/g;

/**
 * What a file imports, found without a parser: good enough for figures, as all files are formatted alike.
 *
 * A list with nothing but inline types, `import { type A } from`, counts as a value: `verbatimModuleSyntax` leaves
 * `import {} from` of it.
 *
 * @param file path from the project's folder
 */
export function importsOf(file: string, text: string): Imports {
  const found: Import[] = [];
  let lines = 0;
  for (const [statement, importType, exportType, specifier = ""] of text.matchAll(STATEMENT)) {
    lines += statement.split("\n").length;
    add(found, file, specifier, Boolean(importType || exportType));
  }
  for (const [, asType, specifier = ""] of text.matchAll(DYNAMIC))
    add(found, file, specifier, Boolean(asType));
  return { ours: found, lines };
}

function add(found: Import[], file: string, specifier: string, typeOnly: boolean): void {
  if (!specifier.startsWith(".")) return;
  const target = posix.join(posix.dirname(file), specifier);
  const known = found.find((one) => one.target === target);
  if (!known) found.push({ target, typeOnly });
  else if (!typeOnly) known.typeOnly = false;
}
