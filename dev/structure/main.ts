/** How the shipped code is built, in figures: `npm run structure`; with `-- --list` also which files they are of. */
import { ROOT } from "../test/root.ts";
import { describe } from "./describe.ts";
import { spineProblems } from "./spine.ts";
import { SPINES } from "./spines.ts";
import { readTree } from "./tree.ts";

const tree = await readTree(ROOT);
const problems = SPINES.flatMap((spine) => spineProblems(spine, tree));
for (const line of describe(tree, SPINES, process.argv.includes("--list"))) console.log(line);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error("Put dev/structure/spines.ts right.");
  process.exitCode = 1;
}
