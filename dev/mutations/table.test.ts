import { expect, test } from "vitest";
import { readFolders } from "./args.ts";
import { mutationTable } from "./table.ts";

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });

test("the score is the share of mutants that a test notices; what is only ignored does not count", () => {
  const files = {
    "utils/core/a/one.ts": mutants("Killed", "Timeout", "Survived", "Ignored"),
    "utils/core/a/two.ts": mutants("Killed", "NoCoverage"),
  };
  const rows = mutationTable([{ files }, { files: { "utils/core/b/one.ts": mutants("Ignored") } }]).split(
    "\n",
  );
  expect(rows.slice(2)).toEqual([
    "| `utils/core/a/` | 5 | 3 | 1 | 1 | 60.0 % |",
    "| `utils/core/b/` | 0 | 0 | 0 | 0 | – |",
    "| **all** | 5 | 3 | 1 | 1 | 60.0 % |",
  ]);
});

test("folders can be chosen, and a wrong one is answered with those that there are", () => {
  expect(readFolders([])).toContain("findings/rules");
  expect(readFolders(["mending", "schedule"])).toEqual(["schedule", "mending"]);
  expect(() => readFolders(["copy"])).toThrow("schedule, settings, settings/quiet-hours");
});
