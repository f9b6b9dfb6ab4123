import { expect, test } from "vitest";
import { readFolders } from "./args.ts";
import { mutationTable, readMutationTable, resultsOf, withResults } from "./table.ts";

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });

const A = {
  "utils/core/a/one.ts": mutants("Killed", "Timeout", "Survived", "Ignored"),
  "utils/core/a/two.ts": mutants("Killed", "NoCoverage"),
};
const B = { "utils/core/b/one.ts": mutants("Ignored") };

test("the score is the share of mutants that a test notices; what is only ignored does not count", () => {
  const results = [...resultsOf({ files: A }, "2026-11-29, commit 1"), ...resultsOf({ files: B }, "today")];
  expect(mutationTable(results).split("\n").slice(2)).toEqual([
    "| `utils/core/a/` | 2026-11-29, commit 1 | 5 | 3 | 1 | 1 | 60.0 % |",
    "| `utils/core/b/` | today | 0 | 0 | 0 | 0 | – |",
    "| **all** |  | 5 | 3 | 1 | 1 | 60.0 % |",
  ]);
});

test("a folder that is not tried again is told as it was, whatever machine it was tried on", () => {
  const many = { folder: "utils/core/c", tried: "before", noticed: 1234, survived: 5, unmet: 6 };
  const known = readMutationTable(mutationTable([...resultsOf({ files: A }, "before"), many]));
  expect(known).toEqual([...resultsOf({ files: A }, "before"), many]);
  const again = resultsOf({ files: { "utils/core/a/one.ts": mutants("Killed") } }, "now");
  expect(withResults(known, again)).toEqual([...again, many]);
});

test("folders can be chosen, and a wrong one is answered with those that there are", () => {
  expect(readFolders([])).toContain("findings/rules");
  expect(readFolders(["mending", "schedule"])).toEqual(["schedule", "mending"]);
  expect(() => readFolders(["copy"])).toThrow("schedule, settings, settings/quiet-hours");
});
