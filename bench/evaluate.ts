import { startFakeCal } from "../tests/support/fake-cal/server.ts";
import { fetchCalendars } from "../utils/cal-api/client.ts";
import type { Observation } from "../utils/cal-api/observation.ts";
import { evaluate } from "../utils/core/findings/evaluate.ts";
import { emptyAccountState } from "../utils/core/model/account-state.ts";

const RUNS = 200;
const TIMING = { intervalMinutes: 30 };

/** How long one answer takes to be understood, and how large its state is: nothing asserted, only printed. */
export async function benchEvaluate(): Promise<void> {
  for (const scenario of ["lively", "thousand"] as const) {
    const server = await startFakeCal({ scenario, cacheMs: 0 });
    const observation = await fetchCalendars(`${server.url}/v2`, "cal_live_demo");
    await server.close();
    report(scenario, observation);
  }
}

function report(scenario: string, observation: Observation): void {
  let { state } = evaluate(emptyAccountState(), observation, 0, TIMING);
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const start = performance.now();
    ({ state } = evaluate(state, observation, run * 1_800_000, TIMING));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * RUNS)]?.toFixed(2);
  const bytes = Buffer.byteLength(JSON.stringify(state));
  console.log(
    `${scenario}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, state ${(bytes / 1024).toFixed(0)} KiB`,
  );
}
