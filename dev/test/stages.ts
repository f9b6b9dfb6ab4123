import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkChromeBuild } from "./chrome-store.ts";
import { commandOutcome } from "./command.ts";
import { checkFirefoxBuild } from "./firefox-store.ts";
import { failed, type Outcome, type Stage, together } from "./outcome.ts";
import { checkPackages } from "./packages.ts";
import { ROOT } from "./root.ts";
import { checkSizes } from "./size-budget.ts";
import { vitestOutcome, vitestOutcomeWithAgain } from "./vitest-outcome.ts";

const BUILT = ["build"];

/** All stages, in the order in which a mistake is found soonest. */
export const STAGES: readonly Stage[] = [
  { name: "format", run: () => commandOutcome("biome", "ci", "--colors=off", ".") },
  { name: "prepare", run: () => commandOutcome("wxt", "prepare") },
  { name: "types", run: () => commandOutcome("tsc", "--noEmit") },
  { name: "dead code", run: () => commandOutcome("knip") },
  { name: "unit", run: () => vitestOutcome() },
  { name: "build", run: buildBoth },
  { name: "size", needs: BUILT, run: checkSizes },
  { name: "packages", needs: BUILT, run: checkPackages },
  { name: "e2e", needs: BUILT, run: () => runTests("tests/e2e/vitest.config.ts", 2) },
  { name: "faults", needs: BUILT, run: () => runTests("tests/faults/vitest.config.ts", 3) },
  { name: "chrome store", needs: BUILT, run: checkChromeBuild },
  { name: "firefox store", needs: BUILT, run: checkFirefoxBuild },
];

async function buildBoth() {
  const chrome = await commandOutcome("wxt", "build");
  return chrome.failed > 0 ? chrome : commandOutcome("wxt", "build", "-b", "firefox");
}

/**
 * Both browsers at the same time, each with a profile and ports of its own. Chromium more than once, as it has more to do.
 * @param chromiums how many Chromiums at a time: more where they wait for their servers most of the time
 */
async function runTests(config: string, chromiums: number): Promise<Outcome> {
  if (!existsSync(join(ROOT, config))) return failed(`There is no ${config}.`);
  const run = (project: string, ...options: string[]) =>
    vitestOutcomeWithAgain("--config", config, "--project", project, ...options);
  const several = ["--fileParallelism", `--maxWorkers=${chromiums}`];
  return together(await Promise.all([run("chromium", ...several), run("firefox")]));
}
