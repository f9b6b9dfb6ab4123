import { calendarName } from "../../copy/calendar-name.ts";
import { copyLanguage, listOf, plural, t } from "../../copy/i18n.ts";
import { reasonSentence } from "../../copy/reason-sentence.ts";
import type { CheckedCalendar, EventTypeBefore, NotPutBack } from "../../core/model/mending.ts";

/** What is to be put back, as far as a sentence tells it. */
export interface ToPutBack {
  integration: string;
  calendars: readonly Pick<CheckedCalendar, "externalId" | "name">[];
  /** Those that Cal.com checks by itself since the app was added again. */
  unselected: readonly Pick<CheckedCalendar, "externalId" | "name">[];
  /** What the calendar is called that bookings are to be added to; null when they need not be put back. */
  destination: string | null;
  eventTypes: readonly Pick<EventTypeBefore, "id">[];
}

/** "Check 4 calendars for conflicts, add bookings to "Work", and put 2 event types back."; null when there is nothing to do. */
export function planSentence({
  integration,
  calendars,
  unselected,
  destination,
  eventTypes,
}: ToPutBack): string | null {
  const [first] = calendars;
  const nameOf = (one: { externalId: string; name: string | null }) => calendarName({ ...one, integration });
  const parts = [
    first ? plural("mending.restore.select", calendars.length, [nameOf(first)]) : null,
    unselected.length === 0 ? null : t("mending.restore.unselect", [listOf(unselected.map(nameOf))]),
    destination === null ? null : t("mending.restore.destination", [destination]),
    eventTypes.length === 0 ? null : plural("mending.restore.eventTypes", eventTypes.length),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : t("mending.restore.whole", [capitalized(listOf(parts))]);
}

/** What goes from Cal.com with a connection, and that the rest stays. */
export function goesSentence({ calendars, destination, eventTypes }: ToPutBack): string {
  const parts = [
    calendars.length === 0 ? null : plural("mending.remove.checked", calendars.length),
    destination === null ? null : t("mending.remove.bookings", [destination]),
    eventTypes.length === 0 ? null : plural("mending.remove.eventTypes", eventTypes.length),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t("mending.remove.goesNothing") : t("mending.remove.goes", [listOf(parts)]);
}

/** What could not be put back, with each reason once. */
export function notPutBackSentences(all: readonly NotPutBack[], integration: string): string[] {
  const byReason = Map.groupBy(all, ({ problem }) => reasonSentence(problem));
  return [...byReason].map(([reason, ones]) =>
    t("mending.restore.reason", [listOf(ones.map((one) => notPutBackName(one, integration))), reason]),
  );
}

function notPutBackName(one: NotPutBack, integration: string): string {
  switch (one.what) {
    case "calendar":
      return calendarName({ ...one, integration });
    case "destination":
      return t("mending.restore.bookingsTo", [
        calendarName({ name: one.name, externalId: "", integration: null }),
      ]);
    case "eventType":
      return one.title?.trim() || t("eventTypes.unnamed", [String(one.id)]);
  }
}

function capitalized(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(copyLanguage()) + text.slice(first.length);
}
