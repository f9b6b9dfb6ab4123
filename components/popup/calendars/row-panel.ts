import { appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { subjectName } from "../../../utils/copy/names.ts";
import { needsAdministrator } from "../../../utils/core/calendars/break-kind.ts";
import { destinationRow } from "../../../utils/core/calendars/destination-connections.ts";
import { isFeed } from "../../../utils/core/calendars/feed.ts";
import { calendarOf, connectionOf } from "../../../utils/core/calendars/find.ts";
import { isToBeRemoved, replacementOf } from "../../../utils/core/calendars/replaced.ts";
import { isLive, isSettableApp } from "../../../utils/core/calendars/settable.ts";
import type {
  AccountState,
  RememberedCalendar,
  RememberedConnection,
} from "../../../utils/core/model/account-state.ts";
import type { CalendarSubject } from "../../../utils/core/model/subject.ts";
import { placeUrl } from "../../../utils/core/web-app-places.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { type ReadingView, readingView } from "../testing/reading.ts";

/** What can be done with one calendar besides checking it for conflicts. */
export interface RowPanelView {
  name: string;
  /** Why bookings can't be added to it from here, or need not be; null where they can. */
  whyNot: string | null;
  /** Where in the web app they can. */
  link: { label: string; href: string } | null;
  canTest: boolean;
  /** What reading it last came to. */
  reading: ReadingView | null;
}

/** @returns null when the calendar is not known any more */
export function rowPanelView(
  stored: StoredAccount,
  subject: CalendarSubject,
  now: number,
): RowPanelView | null {
  const { account, state } = stored;
  const connection = connectionOf(state, subject);
  const calendar = calendarOf(state, subject);
  if (!connection || !calendar) return null;
  const live = isLive(connection, calendar);
  const { whyNot, isForWebApp = false } = destinationState(state, connection, calendar);
  const href = isForWebApp ? placeUrl(account.webUrl, { page: "calendars" }) : null;
  return {
    name: subjectName(state, subject),
    whyNot,
    link: href === null ? null : { label: t("link.destination"), href },
    canTest: live && calendar.isSelected,
    reading: live ? readingView(stored, subject, now) : null,
  };
}

interface DestinationState {
  whyNot: string | null;
  isForWebApp?: boolean;
}

function destinationState(
  state: AccountState,
  connection: RememberedConnection,
  calendar: RememberedCalendar,
): DestinationState {
  const app = appName(connection);
  if (isToBeRemoved(state, connection)) return { whyNot: t("list.oldConnection") };
  if (connection.condition !== "healthy" && needsAdministrator(connection))
    return { whyNot: t("action.administratorFirst", [app]) };
  // Its app is connected as it is.
  if (replacementOf(state, connection)) return { whyNot: t("action.notListed", [app]) };
  switch (connection.condition) {
    case "broken":
    case "missing":
      return { whyNot: t("action.connectFirst", [app]) };
    case "healthy":
      break;
  }
  if (calendar.missing) return { whyNot: t("action.notListed", [app]) };
  if (destinationRow(state)(connection, calendar)) return { whyNot: t("action.alreadyThere") };
  if (isFeed(connection.integration)) return { whyNot: t("action.feedIsReadOnly") };
  if (calendar.readOnly) return { whyNot: t("action.isReadOnly") };
  if (!isSettableApp(connection, calendar))
    return { whyNot: t("action.webAppOnly", [app]), isForWebApp: true };
  return { whyNot: null };
}
