import { expect, test } from "vitest";
import { failed, fromProblems, passed } from "./outcome.ts";
import { closingLines, runStages } from "./run-stages.ts";
import { selectStages } from "./select.ts";

const ok = (name: string) => ({ name, run: async () => passed() });

test("the counts of all stages add up, also after a failure", async () => {
  const lines: string[] = [];
  const stages = [
    ok("one"),
    { name: "two", run: async () => failed("broken\nhere") },
    { name: "three", run: async () => ({ passed: 7, failed: 2, output: "" }) },
  ];
  expect(await runStages(stages, (line) => lines.push(line))).toEqual({
    passed: 8,
    failed: 3,
    again: [],
  });
  expect(lines[1]).toMatch(/^FAILED {2}two: 0 passed, 1 failed in /);
  expect(lines[2]).toBe("    broken\n    here");
});

test("a stage whose foundation failed is not run and counts as failed; one that throws fails", async () => {
  const lines: string[] = [];
  const run = () => Promise.reject(new Error("no compiler"));
  const stages = [
    { name: "build", run },
    { name: "size", needs: ["build"], run: async () => passed() },
  ];
  expect(await runStages(stages, (line) => lines.push(line))).toMatchObject({ passed: 0, failed: 2 });
  expect(lines.join("\n")).toContain("no compiler");
  expect(lines.join("\n")).toContain('Not run, because "build" failed.');
});

test("a stage of its own can be chosen, with a sentence for a wrong name", () => {
  const stages = [ok("unit"), ok("types"), ok("e2e")];
  const names = (...args: string[]) => selectStages(stages, args).map(({ name }) => name);
  expect(names()).toEqual(["unit", "types", "e2e"]);
  expect(names("--only", "e2e, unit")).toEqual(["unit", "e2e"]);
  expect(names("--only=types")).toEqual(["types"]);
  for (const wrong of [["--only", "tpyes"], ["--only"], ["unit"], ["--only", "unit", "e2e"]]) {
    expect(() => names(...wrong)).toThrow("NAME is one of: unit, types, e2e.");
  }
});

test("several problems are one failure that names them all", () => {
  expect(fromProblems([], "fine")).toEqual({ passed: 1, failed: 0, output: "fine" });
  expect(fromProblems(["a.", "b."])).toEqual({ passed: 0, failed: 1, output: "- a.\n- b." });
});

test("the last line has the counts, and those before it name each file that was told again", async () => {
  expect(closingLines({ passed: 5, failed: 0, again: [] })).toEqual(["5 passed, 0 failed"]);
  const again = async () => ({ ...passed(), again: ["a.test.ts. At first: no"] });
  const stages = [ok("unit"), { name: "e2e", run: again }, { name: "faults", run: again }];
  expect(closingLines(await runStages(stages, () => {}))).toEqual([
    "2 files told again:",
    "    a.test.ts. At first: no",
    "    a.test.ts. At first: no",
    "3 passed, 0 failed",
  ]);
});
