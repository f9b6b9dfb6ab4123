import { expect, test } from "vitest";
import { aFinding } from "../../../tests/support/unit/world.ts";
import { FINDING_KINDS } from "../../../utils/core/model/finding.ts";
import { mostUrgentFirst } from "./urgency.ts";

test("the level comes first, then what comes unasked for before what is often meant so", () => {
  const warnings = FINDING_KINDS.map((kind) => aFinding({ kind, level: "warning" }));
  const worst = aFinding({ kind: "read-only", level: "error" });
  const sorted = [...warnings, worst].sort(mostUrgentFirst).map(({ kind }) => kind);
  expect(sorted[0]).toBe("read-only");
  expect(sorted.slice(-7)).toEqual([
    "connection-gone",
    "calendar-gone",
    "selection-lost",
    "flapping",
    "connection-unchecked",
    "not-selected",
    "read-only",
  ]);
  expect(sorted.indexOf("destination-changed")).toBeLessThan(sorted.indexOf("connection-gone"));
  expect(new Set(sorted).size).toBe(FINDING_KINDS.length);
});
