import type { AccountState } from "../../core/model/account-state.ts";
import { type Counted, isAllWell, workingCalendars } from "../counted.ts";
import { formatTime } from "../format-time.ts";
import { plural, t } from "../i18n.ts";
import { isMixed, oldestAnswer } from "../outage.ts";

/** The same number as on the badge, and which of it are problems. */
export function countedSentence(states: readonly AccountState[], counts: Counted, now: number): string {
  const { problems, looks } = counts;
  if (looks === 0) return plural("tooltip.problems", problems);
  if (problems > 0) return plural("tooltip.problemsAnd", problems, [plural("tooltip.andLooks", looks)]);
  const things = plural("tooltip.looks", looks);
  return isAllWell(counts) ? `${working(states, now)} ${things}` : things;
}

/** Nothing is counted, which is not always the same as "all is well". */
export function uncountedSentence(states: readonly AccountState[], counts: Counted, now: number): string {
  if (counts.belowBadge > 0) return plural("tooltip.belowBadge", counts.belowBadge);
  if (counts.suspected > 0) return t("tooltip.checkingAgain");
  if (counts.expected > 0) return t("tooltip.nothingNew");
  return working(states, now);
}

function working(states: readonly AccountState[], now: number): string {
  const calendars = workingCalendars(states);
  if (calendars === 0) return t("tooltip.noCalendars");
  if (isMixed(states)) return plural("tooltip.wereWorkingLast", calendars);
  const answeredAt = oldestAnswer(states);
  const isOld = states.some(({ lastFailure }) => lastFailure !== null);
  if (!isOld || answeredAt === null) return plural("tooltip.allWorking", calendars);
  return plural("tooltip.wereWorking", calendars, [formatTime(answeredAt, now)]);
}
