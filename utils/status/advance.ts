import type { Observation } from "../cal-api/observation.ts";
import type { Changes } from "./changes.ts";
import type { Memory } from "./memory.ts";

export interface Timing {
  /** Minutes between two checks that nobody asks for. */
  intervalMinutes: number;
}

/**
 * What an observation means: the one place where it is decided.
 * @param now ms since the epoch
 */
export function advance(
  memory: Memory,
  _observation: Observation,
  _now: number,
  _timing: Timing,
): { memory: Memory; changes: Changes } {
  return { memory, changes: { notify: [] } };
}
