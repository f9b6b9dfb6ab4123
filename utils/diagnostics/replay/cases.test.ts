import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Player } from "./player.ts";

const DIRECTORY = "tests/fixtures/cases";
const CASES = readdirSync(DIRECTORY).filter((name) => /(?<!\.expected)\.jsonl$/.test(name));

const linesOf = (name: string) => readFileSync(`${DIRECTORY}/${name}`, "utf8").trimEnd().split("\n");

test.each(CASES)("what went wrong once in real life is right, to the letter: %s", (name) => {
  const player = new Player();
  const shown = linesOf(name).map((line) => player.play(line));
  expect(shown).toEqual(linesOf(name.replace(/\.jsonl$/, ".expected.jsonl")));
});

test("no case is left out", () => {
  expect(CASES.length * 2).toBe(readdirSync(DIRECTORY).filter((name) => name.endsWith(".jsonl")).length);
  expect(CASES.length).toBeGreaterThan(10);
});
