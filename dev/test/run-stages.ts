import { failed, type Outcome, type Stage } from "./outcome.ts";

export interface Totals {
  passed: number;
  failed: number;
  /** Files that were run a second time, each with why. */
  again: string[];
}

/** Runs one stage after the other, also after a failure: one run should tell all that is wrong. */
export async function runStages(stages: readonly Stage[], print: (line: string) => void): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0, again: [] };
  const failedStages = new Set<string>();
  for (const stage of stages) {
    const missing = stage.needs?.find((name) => failedStages.has(name));
    const started = performance.now();
    const outcome = missing ? failed(`Not run, because "${missing}" failed.`) : await runStage(stage);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    totals.passed += outcome.passed;
    totals.failed += outcome.failed;
    totals.again.push(...(outcome.again ?? []));
    if (outcome.failed > 0) failedStages.add(stage.name);
    print(`${outcome.failed > 0 ? "FAILED" : "ok"}  ${stage.name}: ${describe(outcome)} in ${seconds} s`);
    if (outcome.output) print(indent(outcome.output));
  }
  return totals;
}

/** The lines that close a run. What was told again is said even if it passed then: nobody would see it otherwise. */
export function closingLines({ passed, failed, again }: Totals): string[] {
  const files = `${again.length} ${again.length === 1 ? "file" : "files"} told again:`;
  const told = again.length === 0 ? [] : [files, ...again.map((one) => `    ${one}`)];
  return [...told, `${passed} passed, ${failed} failed`];
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
