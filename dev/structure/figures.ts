import type { Graph } from "./graph.ts";
import type { Tree } from "./tree.ts";

/** Sizes of files, in lines. */
export interface Sizes {
  files: number;
  median: number;
  mean: number;
  longest: { file: string; length: number };
}

/** @throws when there is no file. */
export function sizes(lengths: ReadonlyMap<string, number>): Sizes {
  const sorted = [...lengths].sort(([, one], [, other]) => one - other);
  const last = sorted.at(-1);
  if (!last) throw new Error("There is no file.");
  const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return {
    files: sorted.length,
    median: sum(middle.map((entry) => entry?.[1] ?? 0)) / 2,
    mean: sum([...lengths.values()]) / sorted.length,
    longest: { file: last[0], length: last[1] },
  };
}

/** Share of all lines of code that import something, in per cent. */
export function importShare({ code }: Tree): number {
  const files = [...code.values()];
  return (100 * sum(files.map(({ lines }) => lines))) / sum(files.map(({ length }) => length));
}

/** The files that exactly one other file imports, values or types: each may be a part of that one. */
export function importedOnce(graph: Graph): string[] {
  const importers = new Map<string, number>();
  for (const targets of graph.values())
    for (const target of targets) importers.set(target, (importers.get(target) ?? 0) + 1);
  return [...graph.keys()].filter((file) => importers.get(file) === 1);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
