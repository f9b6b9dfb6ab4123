import { expect, test } from "vitest";
import { failed, passed, together } from "./outcome.ts";

test("what ran side by side counts together, and each that says something is heard", () => {
  const both = together([{ ...passed(), passed: 3 }, failed("Firefox: no."), passed("Sizes.")]);
  expect(both).toEqual({ passed: 4, failed: 1, output: "Firefox: no.\nSizes.", again: [] });
});
