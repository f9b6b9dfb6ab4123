import { failed, type Outcome, type Stage } from "./outcome.ts";

export interface Totals {
  passed: number;
  failed: number;
}

/** Runs one stage after the other, also after a failure: one run should tell all that is wrong. */
export async function runStages(stages: readonly Stage[], print: (line: string) => void): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  const failedStages = new Set<string>();
  for (const stage of stages) {
    const missing = stage.needs?.find((name) => failedStages.has(name));
    const started = performance.now();
    const outcome = missing ? failed(`Not run, because "${missing}" failed.`) : await runStage(stage);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    totals.passed += outcome.passed;
    totals.failed += outcome.failed;
    if (outcome.failed > 0) failedStages.add(stage.name);
    print(`${outcome.failed > 0 ? "FAILED" : "ok"}  ${stage.name}: ${describe(outcome)} in ${seconds} s`);
    if (outcome.output) print(indent(outcome.output));
  }
  return totals;
}

async function runStage(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run();
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const describe = ({ passed, failed }: Outcome): string => `${passed} passed, ${failed} failed`;

const indent = (text: string): string => text.trimEnd().replace(/^/gm, "    ");
