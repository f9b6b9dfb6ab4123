import type { FakeCal } from "../../support/fake-cal/server.ts";
import { type Stage, type StageOptions, setStage, startTlsCal } from "./stage.ts";

/** A stage with another server beside Cal.com's own. */
export interface TwoServers extends Stage {
  other: FakeCal;
}

/** @param host the name that the other server answers to, with this scenario */
export async function setStageWith(
  host: string,
  scenario: string,
  options: StageOptions = {},
): Promise<TwoServers> {
  const other = await startTlsCal(host, scenario);
  try {
    const stage = await setStage({ ...options, hosts: { [host]: other.port } });
    return {
      ...stage,
      other,
      async close() {
        await stage.close();
        await other.close();
      },
    };
  } catch (error) {
    await other.close();
    throw error;
  }
}
