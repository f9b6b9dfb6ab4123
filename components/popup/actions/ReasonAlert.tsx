import { reasonSentence } from "../../../utils/copy/reason-sentence.ts";
import type { Reason } from "../../../utils/messaging/action-message.ts";
import { dropReasons } from "./pending-actions.ts";
import { isSuperseded } from "./superseded.ts";
import { accountsNow, followAccounts } from "./use-followed.ts";

// For as long as the page lives: a reason stands also while what it was asked from is not drawn.
followAccounts(() => dropReasons((asked, reason) => isSuperseded(accountsNow(), asked, reason)));

/** Why nothing came of an action, beside what it was asked for with. */
export function ReasonAlert({ reason }: { reason: Reason }) {
  return (
    <p role="alert" class="alert small">
      {reasonSentence(reason)}
    </p>
  );
}
