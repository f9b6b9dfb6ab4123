import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Graph } from "./graph.ts";
import { type Imports, importsOf } from "./imports.ts";

/** The folders whose code is in the extension. */
const SHIPPED = ["entrypoints", "components", "utils"];
const NOT_SHIPPED = /\.test\.tsx?$|(^|\/)(fixtures|testing)\//;

export interface SourceFile extends Imports {
  text: string;
  /** How many lines it has, as `wc -l` counts. */
  length: number;
}

/** The shipped files by their paths from the project's folder, in the order of those. */
export interface Tree {
  code: Map<string, SourceFile>;
  /** Lines of each style sheet. */
  css: Map<string, number>;
}

/** @param root the project's folder */
export async function readTree(root: string): Promise<Tree> {
  const tree: Tree = { code: new Map(), css: new Map() };
  for (const file of await shippedFiles(root)) {
    const text = await readFile(join(root, file), "utf8");
    const length = text.split("\n").length - 1;
    if (file.endsWith(".css")) tree.css.set(file, length);
    else tree.code.set(file, { text, length, ...importsOf(file, text) });
  }
  return tree;
}

async function shippedFiles(root: string): Promise<string[]> {
  const lists = await Promise.all(
    SHIPPED.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.map((name) => posix.join(folder, name.replaceAll("\\", "/")));
    }),
  );
  return lists
    .flat()
    .filter((file) => /\.(tsx?|css)$/.test(file) && !NOT_SHIPPED.test(file))
    .sort();
}

/**
 * Which file imports which.
 *
 * @param which `values` leaves out `import type`, which is gone at run time
 */
export function fileGraph({ code }: Tree, which: "values" | "all"): Graph {
  return new Map(
    [...code].map(([file, { ours }]) => {
      const targets = ours.filter(
        ({ target, typeOnly }) => code.has(target) && (which === "all" || !typeOnly),
      );
      return [file, new Set(targets.map(({ target }) => target))];
    }),
  );
}

/**
 * Which folder has a file that imports one of which other folder. A folder and those in it are one room with its alcoves: what
 * goes to and fro between them is no way between rooms.
 */
export function folderGraph(files: Graph): Graph {
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const folder = posix.dirname(file);
    const others = folders.get(folder) ?? new Set<string>();
    folders.set(folder, others);
    for (const target of targets)
      if (isElsewhere(posix.dirname(target), folder)) others.add(posix.dirname(target));
  }
  return folders;
}

function isElsewhere(one: string, other: string): boolean {
  return !`${one}/`.startsWith(`${other}/`) && !`${other}/`.startsWith(`${one}/`);
}
