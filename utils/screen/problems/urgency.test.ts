import { expect, test } from "vitest";
import { aFinding } from "../../../tests/support/unit/world.ts";
import { FINDING_KINDS, KINDS } from "../../core/model/kinds.ts";
import { mostUrgentFirst } from "./problems-view.ts";

test("the level comes first, then what comes unasked for before what is often meant so", () => {
  const warnings = FINDING_KINDS.map((kind) => aFinding({ kind, level: "warning" }));
  const worst = aFinding({ kind: "read-only", level: "error" });
  const sorted = [...warnings, worst].sort(mostUrgentFirst).map(({ kind }) => kind);
  expect(sorted[0]).toBe("read-only");
  const last = [
    "connection-gone",
    "calendar-gone",
    "selection-lost",
    "flapping",
    "connection-unchecked",
    "not-selected",
    "read-only",
  ];
  expect(sorted.slice(1).filter((kind) => last.includes(kind))).toEqual(last);
  expect(sorted.indexOf("destination-changed")).toBeLessThan(sorted.indexOf("connection-gone"));
});

test("no two kinds are as urgent: their order would be that of the table, by chance", () => {
  expect(new Set(FINDING_KINDS.map((kind) => KINDS[kind].urgency)).size).toBe(FINDING_KINDS.length);
});
