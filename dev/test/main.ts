/** Everything that must hold before a change is good: `npm test`, or a part of it with `npm test -- --only NAME`. */
import { closingLines, runStages } from "./run-stages.ts";
import { selectStages } from "./select.ts";
import { STAGES } from "./stages.ts";

try {
  const stages = selectStages(STAGES, process.argv.slice(2));
  const totals = await runStages(stages, (line) => console.log(line));
  for (const line of closingLines(totals)) console.log(line);
  process.exitCode = totals.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
