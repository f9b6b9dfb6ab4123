import type { Acknowledgeable } from "../../../utils/screen/problems/fix.ts";
import type { Acknowledging } from "../problems/use-acknowledging.ts";

/** What everything needs that keeps a problem quiet. */
export interface QuietProps {
  markable: Acknowledgeable;
  marking: Acknowledging;
  /** Id of what tells which one is meant. */
  describedBy: string;
  /** The same in words, for what is called alike in every row. */
  about: string;
}
