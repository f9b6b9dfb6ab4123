import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Oracle } from "./oracle.ts";

const CASES = new URL("../../fixtures/cases/", import.meta.url);
const EXPECTED = ".expected.jsonl";

const names = readdirSync(CASES)
  .filter((name) => name.endsWith(EXPECTED))
  .map((name) => name.slice(0, -EXPECTED.length));

function linesOf(name: string): string[] {
  return readFileSync(new URL(name, CASES), "utf8").split("\n").filter(Boolean);
}

test.each(names)("the oracle prints what is right for %s", (name) => {
  const oracle = new Oracle();
  const printed = linesOf(`${name}.jsonl`).map((line) => oracle.play(line));
  expect(printed).toEqual(linesOf(`${name}${EXPECTED}`));
});
