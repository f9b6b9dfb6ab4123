import { t } from "../../../utils/copy/i18n.ts";
import type { EventTypeNotPutBack } from "../../../utils/core/actions/problem.ts";
import { waitText } from "../../common/wait-text.ts";
import { dropReasons, type Reason } from "./pending-actions.ts";
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

/** Why nothing came of an action, and what to do about that. */
export function reasonSentence(reason: Reason): string {
  switch (reason.problem) {
    case "rateLimited":
      return reason.waitSeconds === null
        ? t("action.problem.rateLimited")
        : t("action.problem.rateLimitedFor", [waitText(reason.waitSeconds)]);
    case "calError":
    case "refused":
      return t(`action.problem.${reason.problem}`, [reason.message, reason.status]);
    case "serverFailed":
      return t("action.problem.serverFailed", [reason.status]);
    case "eventTypes":
      return reason.notPutBack.map(eventTypeSentence).join(" ");
    default:
      return t(`action.problem.${reason.problem}`);
  }
}

function eventTypeSentence({ id, title, problem }: EventTypeNotPutBack): string {
  return t("action.problem.eventType", [
    title ?? t("eventTypes.unnamed", [String(id)]),
    reasonSentence(problem),
  ]);
}
