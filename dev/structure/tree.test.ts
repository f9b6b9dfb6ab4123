import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describe } from "./describe.ts";
import { importedOnce, importShare, sizes } from "./figures.ts";
import { knots } from "./graph.ts";
import { fileGraph, folderGraph, readTree, type Tree } from "./tree.ts";

/** Six files with 10 lines, of which 5 import. `look` and `model` know each other's types only, `popup` and `words` both ways. */
const FILES = {
  "entrypoints/main.ts": 'import { look } from "../components/popup/look.tsx";\nlook();\n',
  "components/popup/look.tsx":
    'import { t } from "../../utils/words.ts";\nimport type { M } from "./model.ts";\nimport "./look.css";\n',
  "components/popup/look.css": "p {\n}\n",
  "components/popup/model.ts": 'import type { L } from "./look.tsx";\n',
  "utils/words.ts": 'export const later = () => import("../components/popup/start.ts");\n',
  "components/popup/start.ts": "export {};\n",
  "utils/local-date.ts": "//\n//\n",
  "utils/words.test.ts": 'import { later } from "./words.ts";\n',
  "utils/testing/world.ts": 'import { later } from "../words.ts";\n',
  "utils/fixtures/me.ts": "//\n",
  "utils/words.json": "{}\n",
  "dev/demo/main.ts": 'import { later } from "../../utils/words.ts";\n',
};
let root: string;
let tree: Tree;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "structure-"));
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  tree = await readTree(root);
});

afterEach(() => rm(root, { recursive: true }));

test("shipped are the files of three folders, without tests and what helps those; style sheets are apart", () => {
  expect([...tree.code.keys()]).toEqual([
    "components/popup/look.tsx",
    "components/popup/model.ts",
    "components/popup/start.ts",
    "entrypoints/main.ts",
    "utils/local-date.ts",
    "utils/words.ts",
  ]);
  expect([...tree.css]).toEqual([["components/popup/look.css", 2]]);
});

test("sizes are counted in lines", () => {
  const lengths = new Map([...tree.code].map(([file, { length }]) => [file, length]));
  expect(sizes(lengths)).toEqual({
    files: 6,
    median: 1.5,
    mean: 10 / 6,
    longest: { file: "components/popup/look.tsx", length: 3 },
  });
  expect(sizes(new Map(Object.entries({ a: 1, b: 9, c: 2 }))).median).toBe(2);
});

test("the share of lines that import is one of all lines", () => {
  expect(importShare(tree)).toBe(50);
});

test("what one other file imports is told, by types too, and not what nobody or two import", () => {
  expect(importedOnce(fileGraph(tree, "all"))).toEqual([
    "components/popup/model.ts",
    "components/popup/start.ts",
    "utils/words.ts",
  ]);
});

test("a cycle by types alone is one only where types count", () => {
  expect(knots(fileGraph(tree, "values"))).toEqual([]);
  expect(knots(fileGraph(tree, "all"))).toMatchObject([
    { members: ["components/popup/look.tsx", "components/popup/model.ts"] },
  ]);
});

test("folders have a cycle where files have none", () => {
  expect(knots(folderGraph(fileGraph(tree, "values")))).toMatchObject([
    { members: ["components/popup", "utils"] },
  ]);
});

test("a folder and what lies in it are one room", () => {
  const graph = new Map([
    ["utils/a/one.ts", new Set(["utils/a/deep/two.ts"])],
    ["utils/a/deep/two.ts", new Set(["utils/a/one.ts", "utils/ab/three.ts"])],
    ["utils/ab/three.ts", new Set(["utils/a/deep/two.ts"])],
  ]);
  expect(knots(folderGraph(graph))).toMatchObject([{ members: ["utils/a/deep", "utils/ab"] }]);
});

test("the figures are printed with the aims, and cycles with the imports that make them", () => {
  const lines = describe(
    tree,
    [{ name: "drawing", steps: [{ in: "utils/words.ts", name: "later" }] }],
    false,
  );
  expect(lines.join("\n")).toContain("6   (aim: about 300)");
  expect(lines.join("\n")).toContain("50.0 %   (aim: under 9 %)");
  expect(lines).toContain("      components/popup/look.tsx imports utils/words.ts");
  expect(lines).toContain("      utils/words.ts imports components/popup/start.ts");
  expect(lines.at(-1)).toMatch(/spine of +1: drawing$/);
});
