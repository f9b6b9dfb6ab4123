import type { Acknowledgeable } from "../problems/fix.ts";
import type { Acknowledging } from "../problems/use-acknowledging.ts";

/** What everything needs that keeps a problem quiet. */
export interface QuietProps {
  markable: Acknowledgeable;
  marking: Acknowledging;
  /** Id of what tells which one is meant. */
  describedBy: string;
}
