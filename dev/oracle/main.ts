import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { described, firstDifference } from "../../tests/support/oracle/compare.ts";
import { Oracle } from "../../tests/support/oracle/oracle.ts";
import { timelines } from "../../tests/support/oracle/timelines.ts";
import { Player } from "../../utils/diagnostics/replay/player.ts";

/** Compares the replay with the oracle in many random timelines, or prints what the oracle says of a recording. */
function main([what = "1000", seed]: string[]): void {
  if (!/^\d+$/.test(what)) return play(resolve(process.env.INIT_CWD ?? "", what));
  const disagrees = (lines: string[]) => firstDifference(lines, new Oracle(), new Player());
  const {
    failed,
    counterexample,
    seed: used,
  } = fc.check(
    fc.property(timelines, (lines) => disagrees(lines) === null),
    { numRuns: Number(what), ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
  const difference = counterexample === null ? null : disagrees(counterexample[0]);
  if (failed) {
    process.stdout.write(difference === null ? "" : `${described(difference)}\n`);
    process.exitCode = 1;
  }
  process.stderr.write(`${failed ? "They differ" : `They agree in ${what} timelines`}; seed ${used}\n`);
}

function play(file: string): void {
  const oracle = new Oracle();
  for (const line of readFileSync(file, "utf8").split(/\r?\n/))
    if (line.trim() !== "") process.stdout.write(`${oracle.play(line)}\n`);
}

main(process.argv.slice(2));
