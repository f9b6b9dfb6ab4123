import { followOutcome, outcome } from "./pending-actions.ts";
import { useFollowed } from "./use-followed.ts";

/** Says what came of an action: where it was asked for, the control itself shows it. */
export function OutcomeLine() {
  useFollowed(followOutcome, "");
  return (
    <p role="status" class="visually-hidden">
      {outcome()}
    </p>
  );
}
