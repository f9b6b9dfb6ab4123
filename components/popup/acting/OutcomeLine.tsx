import { useOutcome } from "./use-acting.ts";

/** Says what came of an action: where it was asked for, the control itself shows it. */
export function OutcomeLine() {
  return (
    <p role="status" class="heard">
      {useOutcome()}
    </p>
  );
}
