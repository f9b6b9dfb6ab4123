import fc from "fast-check";
import { expect, test } from "vitest";
import { Player } from "../../../utils/diagnostics/replay/player.ts";
import { described, firstDifference } from "./compare.ts";
import { Oracle } from "./oracle.ts";
import { timelines } from "./timelines.ts";

/** The same timelines on every machine, so that a change is blamed only for what it did; `npm run oracle` tries others. */
const SEED = 2026;
const TIMELINES = 300;

test("the extension reads whatever happens to an account as the oracle does", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(timelines, (lines) => {
      const difference = firstDifference(lines, new Oracle(), new Player());
      expect(difference === null ? "" : described(difference)).toBe("");
    }),
    { numRuns: TIMELINES, seed: SEED },
  );
});
