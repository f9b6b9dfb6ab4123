/** How the shipped code is built, in figures: `npm run structure`; with `-- --list` also which files they are of. */
import { ROOT } from "../test/root.ts";
import { describe } from "./describe.ts";
import { spineProblems } from "./spine.ts";
import { SPINES } from "./spines.ts";
import { readTree } from "./tree.ts";

const tree = await readTree(ROOT);
const right = SPINES.filter((spine) => spineProblems(spine, tree).length === 0);
for (const line of describe(tree, right, process.argv.includes("--list"))) console.log(line);
if (right.length < SPINES.length) {
  for (const problem of SPINES.flatMap((spine) => spineProblems(spine, tree))) console.error(problem);
  console.error("Put dev/structure/spines.ts right.");
  process.exitCode = 1;
}
