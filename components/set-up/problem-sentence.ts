import { t } from "../../utils/copy/i18n.ts";
import { waitText } from "../../utils/copy/wait-text.ts";
import type { SetUpProblem } from "../../utils/messaging/replies.ts";

/** `noAnswer`: the worker said nothing at all. */
export type FormProblem = SetUpProblem | { problem: "noAnswer" };

/** Why a key was not stored, in one sentence. */
export function problemSentence(problem: FormProblem, isSelfHosted: boolean): string {
  switch (problem.problem) {
    case "rateLimited":
      return problem.waitSeconds === null
        ? t("setUp.problem.rateLimited")
        : t("setUp.problem.rateLimitedFor", [waitText(problem.waitSeconds)]);
    case "serverFailed":
      return t("setUp.problem.serverFailed", [problem.status]);
    case "alreadyConnected":
    case "otherUser":
      return t(`setUp.problem.${problem.problem}`, [problem.who]);
    case "calError": {
      const isOld = isSelfHosted && problem.status === 404 && problem.message.startsWith("Cannot ");
      return t(`setUp.problem.${isOld ? "oldServer" : "calError"}`, [problem.message, problem.status]);
    }
    case "unreachable":
      return t(isSelfHosted ? "setUp.problem.unreachable" : "setUp.problem.unreachableCal");
    case "redirected":
      return t(isSelfHosted ? "setUp.problem.redirected" : "setUp.problem.redirectedCal");
    case "noApi":
      return t(isSelfHosted ? "setUp.problem.noApi" : "setUp.problem.noApiCal");
    default:
      return t(`setUp.problem.${problem.problem}`);
  }
}

export type FieldName = "key" | "apiUrl" | "webUrl";

/** The field that a problem is put right in; null when it is none of the person's doing. */
export function culpritOf(problem: FormProblem, isSelfHosted: boolean): FieldName | null {
  switch (problem.problem) {
    case "emptyKey":
    case "unreadableKey":
    case "wrongKeyOrRegion":
    case "wrongKey":
    case "expiredKey":
    case "forbiddenKey":
    case "outOfScope":
    case "alreadyConnected":
    case "otherUser":
      return "key";
    case "emptyUrl":
    case "badUrl":
    case "insecureUrl":
    case "notAllowed":
    case "noApi":
    case "apiNotRunning":
    case "unreachable":
    case "redirected":
      return isSelfHosted ? "apiUrl" : null;
    case "badWebUrl":
      return "webUrl";
    case "noPermission":
    case "noLicence":
    case "offline":
    case "timedOut":
    case "rateLimited":
    case "serverFailed":
    case "calError":
    case "accountGone":
    case "newerStore":
    case "notStored":
    case "noAnswer":
      return null;
  }
}
