import type { Failure } from "../../../utils/cal-api/observation.ts";
import { t } from "../../../utils/words.ts";

/** Why there was no answer, as a sentence. */
export function failureSentence(failure: Failure): string {
  switch (failure.reason) {
    case "offline":
      return t("failure.offline");
    case "unreachable":
      return t("failure.unreachable");
    case "timed-out":
      return t("failure.timedOut");
    case "rate-limited":
      return t("failure.rateLimited");
    case "server-failed":
      return t("failure.serverFailed", [failure.status]);
    case "not-cal-api":
      return t("failure.notCalApi", [failure.status]);
    case "too-large":
      return t("failure.tooLarge");
    case "no-key":
      return t("failure.noKey");
    case "no-permission":
      return t("failure.noPermission");
  }
}
