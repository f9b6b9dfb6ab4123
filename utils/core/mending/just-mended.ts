import type { Mending } from "../model/mending.ts";
import { HOUR } from "../time.ts";

/** Whether everything is as before since not long ago: so long is it told of. @param now ms since the epoch */
export function isJustMended({ ended, endedAt }: Mending, now: number): boolean {
  // A moment that is still to come, since the clock was set back, is none.
  return ended === "as-before" && endedAt !== null && endedAt <= now && now - endedAt < HOUR;
}
