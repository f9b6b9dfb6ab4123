import type { Memory } from "../../core/findings/account-state.ts";
import { type Counted, isAllWell, workingCalendars } from "../counted.ts";
import { moment } from "../format-time.ts";
import { plural, t } from "../i18n.ts";
import { isMixed, oldestAnswer } from "../outage.ts";

/** The same number as on the badge, and which of it are problems. */
export function countedSentence(memories: readonly Memory[], counts: Counted, now: number): string {
  const { problems, looks } = counts;
  if (looks === 0) return plural("tooltip.problems", problems);
  if (problems > 0) return plural("tooltip.problemsAnd", problems, [plural("tooltip.andLooks", looks)]);
  const things = plural("tooltip.looks", looks);
  return isAllWell(counts) ? `${working(memories, now)} ${things}` : things;
}

/** Nothing is counted, which is not always the same as "all is well". */
export function uncountedSentence(memories: readonly Memory[], counts: Counted, now: number): string {
  if (counts.belowBadge > 0) return plural("tooltip.belowBadge", counts.belowBadge);
  if (counts.suspected > 0) return t("tooltip.checkingAgain");
  if (counts.expected > 0) return t("tooltip.nothingNew");
  return working(memories, now);
}

function working(memories: readonly Memory[], now: number): string {
  const calendars = workingCalendars(memories);
  if (calendars === 0) return t("tooltip.noCalendars");
  if (isMixed(memories)) return plural("tooltip.wereWorkingLast", calendars);
  const answeredAt = oldestAnswer(memories);
  const isOld = memories.some(({ lastFailure }) => lastFailure !== null);
  if (!isOld || answeredAt === null) return plural("tooltip.allWorking", calendars);
  return plural("tooltip.wereWorking", calendars, [moment(answeredAt, now)]);
}
