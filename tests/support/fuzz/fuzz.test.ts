import { expect, test } from "vitest";
import { note } from "../results.ts";
import { damagedAnswer } from "./body.ts";
import { KEY, meet } from "./meet.ts";

/** `npm run faults` sets how many, and from which seed on; `npm test` has time for some. */
const COUNT = Number(process.env.FUZZED_BODIES ?? 1_000);
const FIRST = Number(process.env.FUZZ_SEED ?? 1);
/** For each thousand. */
const LIMIT_MS = 60_000;

test("no answer, however damaged, makes an exception, tells a secret, or hides a broken connection", {
  timeout: LIMIT_MS * Math.ceil(COUNT / 1_000),
}, async () => {
  const failed: string[] = [];
  for (let seed = FIRST; seed < FIRST + COUNT && failed.length < 20; seed++) {
    const problem = await meet(damagedAnswer(seed, KEY));
    if (problem !== null) failed.push(`seed ${seed}: ${problem}`);
  }
  const held = failed.length === 0;
  note({
    kind: "fuzz",
    browser: "none",
    version: process.version,
    group: "bodies",
    name: `seed ${FIRST}`,
    held,
    count: COUNT,
  });
  expect(failed).toEqual([]);
});

test("the same seed makes the same body, and another one another", () => {
  expect(damagedAnswer(7, KEY)).toEqual(damagedAnswer(7, KEY));
  expect(damagedAnswer(7, KEY)).not.toEqual(damagedAnswer(8, KEY));
});
