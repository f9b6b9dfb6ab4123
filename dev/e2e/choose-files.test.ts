import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseFiles } from "./choose-files.ts";

const ROOT = join("/", "home", "ada", "project");
const ALL = ["tests/e2e/actions.test.ts", "tests/e2e/key.test.ts", "tests/faults/actions.test.ts"];
const choose = (...wanted: string[]) => chooseFiles(ALL, wanted, ROOT);

test("without a wish it is all files", () => {
  expect(choose()).toEqual(ALL);
});

test("a part of a name stands for every file that has it, in both folders", () => {
  expect(choose("actions")).toEqual([ALL[0], ALL[2]]);
  expect(choose("key", "faults")).toEqual([ALL[1], ALL[2]]);
});

test("a path stands for its file, from the project's folder or from the root", () => {
  expect(choose("tests/faults/actions.test.ts")).toEqual([ALL[2]]);
  expect(choose("./tests/e2e/key.test.ts")).toEqual([ALL[1]]);
  expect(choose(join(ROOT, "tests/e2e/key.test.ts"))).toEqual([ALL[1]]);
});

test("a misspelt name is an error that lists what there is, also beside a right one", () => {
  expect(() => choose("key", "kye")).toThrow(/has "kye" in its path.*tests\/e2e\/key\.test\.ts/s);
});
