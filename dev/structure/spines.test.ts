import { expect, test } from "vitest";
import { ROOT } from "../test/root.ts";
import { spineProblems } from "./spine.ts";
import { SPINES } from "./spines.ts";
import { readTree } from "./tree.ts";

test.each(SPINES)("every step of $name is there, and follows from the one before", async (spine) => {
  expect(spineProblems(spine, await readTree(ROOT))).toEqual([]);
});
