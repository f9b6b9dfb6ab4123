import { formatTime } from "../../../utils/copy/format-time.ts";
import { plural, t } from "../../../utils/copy/i18n.ts";
import type { Reading } from "../../../utils/core/model/records.ts";
import {
  type CalendarSubject,
  calendarSubject,
  isDelegation,
  subjectKey,
} from "../../../utils/core/model/subject.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";

export interface ReadingView {
  /** `bad`: Cal.com can't read it. */
  look: "good" | "bad" | "unknown";
  sentence: string;
  /** "Tested at 14:05" */
  when: string;
}

/** What reading a calendar last came to; null when it was not tested. @param now ms since the epoch */
export function readingView(
  { readings }: Pick<StoredAccount, "readings">,
  subject: CalendarSubject,
  now: number,
): ReadingView | null {
  const reading = readingOf(readings, subject);
  if (!reading) return null;
  return { ...outcomeOf(reading), when: t("reading.testedAt", [formatTime(reading.at, now)]) };
}

export function readingOf(readings: readonly Reading[], subject: CalendarSubject): Reading | undefined {
  const key = subjectKey(subject);
  return readings.findLast((one) => subjectKey(calendarSubject(one, one.externalId)) === key);
}

function outcomeOf(reading: Reading): Pick<ReadingView, "look" | "sentence"> {
  switch (reading.outcome) {
    case "busy":
      return reading.count === 0
        ? { look: "unknown", sentence: t("reading.none") }
        : { look: "good", sentence: plural("reading.busy", reading.count) };
    case "unreadable":
      return { look: "bad", sentence: t("reading.unreadable") };
    case "notYours":
      return {
        look: "unknown",
        sentence: t(isDelegation(reading) ? "reading.notForOrganizations" : "reading.notYours"),
      };
  }
}
