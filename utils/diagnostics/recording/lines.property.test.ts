import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Recorded } from "../../../tests/fixtures/recorded.ts";
import { toldApart } from "../../../tests/support/unit/told-apart.ts";

// A busy machine may take its time for so many stories.
vi.setConfig({ testTimeout: 60_000 });

test("whatever happened, a recording of all of it ends in the same findings", () => {
  fc.assert(
    fc.property(toldApart, (lines) => {
      const recorded = new Recorded();
      for (const [seconds, line] of lines) recorded.wait(seconds).line(line);
      const { replayed, live } = recorded.compared();
      expect(replayed).toEqual(live);
    }),
    { numRuns: 60 },
  );
});
