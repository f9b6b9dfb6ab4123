import type { EventTypeNotPutBack } from "../core/actions/problem.ts";
import type { Reason } from "../messaging/action-message.ts";
import { t } from "./i18n.ts";
import { waitText } from "./wait-text.ts";

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
