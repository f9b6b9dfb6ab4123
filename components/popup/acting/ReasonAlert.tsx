import type { Reason } from "./acting.ts";
import { reasonSentence } from "./reason-sentence.ts";

/** Why nothing came of an action, beside what it was asked for with. */
export function ReasonAlert({ reason }: { reason: Reason }) {
  return (
    <p role="alert" class="alert small">
      {reasonSentence(reason)}
    </p>
  );
}
