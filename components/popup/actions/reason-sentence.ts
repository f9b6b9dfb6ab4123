import { t } from "../../../utils/copy/i18n.ts";
import { waitText } from "../../shared/wait-text.ts";
import type { Reason } from "./pending-actions.ts";

/** Why nothing came of an action, and what to do about that. */
export function reasonSentence(reason: Reason): string {
  switch (reason.problem) {
    case "rateLimited":
      return reason.waitSeconds === null
        ? t("action.problem.rateLimited")
        : t("action.problem.rateLimitedFor", [waitText(reason.waitSeconds)]);
    case "serverFailed":
    case "refused":
      return t(`action.problem.${reason.problem}`, [reason.status]);
    default:
      return t(`action.problem.${reason.problem}`);
  }
}
