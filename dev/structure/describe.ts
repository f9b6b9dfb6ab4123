import { posix } from "node:path";
import { importedOnce, importShare, type Sizes, sizes } from "./figures.ts";
import { type Graph, type Knot, knots } from "./graph.ts";
import { type Spine, spineFiles } from "./spine.ts";
import { fileGraph, folderGraph, type Tree } from "./tree.ts";

/** All figures with the house's aims, a line each; with `list`, also which files they are of. */
export function describe(tree: Tree, spines: readonly Spine[], list: boolean): string[] {
  const code = sizes(new Map([...tree.code].map(([file, { length }]) => [file, length])));
  const [values, all] = [fileGraph(tree, "values"), fileGraph(tree, "all")];
  const once = importedOnce(all);
  return [
    figure("shipped files (ts, tsx)", code.files, "about 300"),
    figure("  median of lines", code.median, "about 55"),
    figure("  mean of lines", code.mean.toFixed(1)),
    figure("  longest", longest(code), "none over 250"),
    figure("  lines that import", `${importShare(tree).toFixed(1)} %`, "under 9 %"),
    figure("  imported by exactly one file", once.length),
    ...(list ? once.map((file) => `    ${file}`) : []),
    ...(tree.css.size > 0 ? describeCss(sizes(tree.css)) : []),
    ...describeKnots("cycles of files", values, all, (files) => files),
    ...describeKnots("cycles of folders", values, all, folderGraph),
    ...spines.flatMap((spine) => describeSpine(spine, list)),
  ];
}

function describeCss(css: Sizes): string[] {
  return [
    figure("style sheets", css.files),
    figure("  median of lines", css.median),
    figure("  longest", longest(css), "none over 250"),
  ];
}

function describeKnots(what: string, values: Graph, all: Graph, toGraph: (files: Graph) => Graph): string[] {
  const [atRunTime, withTypes] = [knots(toGraph(values)), knots(toGraph(all))];
  return [
    figure(what, atRunTime.length, "none"),
    ...atRunTime.flatMap((knot) => describeKnot(knot, values)),
    figure("  with those by types alone", withTypes.length),
    ...withTypes.flatMap((knot) => describeKnot(knot, all)),
  ];
}

/** Its members, and one way around, as the imports that it consists of. */
function describeKnot({ members, cycle }: Knot, files: Graph): string[] {
  const hops = cycle.slice(1).map((to, index) => importBetween(files, cycle[index] ?? "", to));
  return [`    ${members.length}: ${members.join(", ")}`, ...hops.map((hop) => `      ${hop}`)];
}

/** An import that leads from one file or folder to another. */
function importBetween(files: Graph, from: string, to: string): string {
  const isIn = (file: string, place: string) => file === place || posix.dirname(file) === place;
  for (const [file, targets] of files) {
    const target = isIn(file, from) && [...targets].find((one) => isIn(one, to));
    if (target) return `${file} imports ${target}`;
  }
  throw new Error(`Nothing in ${from} imports anything in ${to}.`);
}

function describeSpine(spine: Spine, list: boolean): string[] {
  const files = spineFiles(spine);
  return [
    figure("files in the spine of", `${files.length}: ${spine.name}`),
    ...(list ? files.map((file) => `    ${file}`) : []),
  ];
}

const longest = ({ longest: { file, length } }: Sizes): string => `${length}, ${file}`;

function figure(what: string, value: string | number, aim?: string): string {
  return `${what.padEnd(32)} ${value}${aim === undefined ? "" : `   (aim: ${aim})`}`;
}
