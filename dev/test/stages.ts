import { checkChromeBuild } from "./chrome-store.ts";
import { commandOutcome } from "./command.ts";
import { checkFirefoxBuild } from "./firefox-store.ts";
import { type Outcome, type Stage, together } from "./outcome.ts";
import { checkPackages } from "./packages.ts";
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
  { name: "browsers", needs: BUILT, run: runBrowserTests },
  { name: "chrome store", needs: BUILT, run: checkChromeBuild },
  { name: "firefox store", needs: BUILT, run: checkFirefoxBuild },
];

async function buildBoth() {
  const chrome = await commandOutcome("wxt", "build");
  return chrome.failed > 0 ? chrome : commandOutcome("wxt", "build", "-b", "firefox");
}

/** Faults wait for their servers most of the time: three beside one Firefox keep two cores busy, and no browser waits long for its turn. */
const CHROMIUMS = 3;

/** Both browsers at the same time, each with a profile and ports of its own. Chromium more than once, as it has more to do. */
async function runBrowserTests(): Promise<Outcome> {
  const run = (project: string, ...options: string[]) =>
    vitestOutcomeWithAgain("--config", "tests/vitest.config.ts", "--project", project, ...options);
  const several = ["--fileParallelism", `--maxWorkers=${CHROMIUMS}`];
  return together(await Promise.all([run("chromium", ...several), run("firefox")]));
}
