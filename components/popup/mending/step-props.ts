import type { Acknowledging } from "../problems/use-acknowledging.ts";

/** What every step knows of what it stands in. */
export interface StepProps {
  /** Id of the element that they stand in. */
  place: string;
  /** Id of what tells which connection is meant. */
  describedBy: string;
  marking: Acknowledging;
}
