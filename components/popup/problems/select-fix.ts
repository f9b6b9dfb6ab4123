import { t } from "../../../utils/copy/i18n.ts";
import { subjectName } from "../../../utils/copy/names.ts";
import type { Context } from "../../../utils/copy/problems/copy.ts";
import { calendarOf, connectionOf } from "../../../utils/core/calendars/find.ts";
import { mainCalendar } from "../../../utils/core/calendars/main-calendar.ts";
import { isLive } from "../../../utils/core/calendars/settable.ts";
import type { AccountState, RememberedConnection } from "../../../utils/core/model/account-state.ts";
import { type CalendarSubject, calendarSubject, type Subject } from "../../../utils/core/model/subject.ts";
import { type Fix, NO_FIX } from "./fix.ts";

/** For a calendar that is not checked for conflicts; of a connection or an account, for the main one. */
export function selectFix({ account, state }: Context, subject: Subject): Fix {
  const calendar = meantBy(state, subject);
  if (calendar === null || !isListed(state, calendar)) return NO_FIX;
  const name = subjectName(state, calendar);
  return {
    ...NO_FIX,
    buttons: [
      {
        label: subject.type === "calendar" ? t("action.select") : t("action.selectNamed", [name]),
        message: { type: "select-calendar", accountId: account.id, calendar },
        done: t("action.selected", [name]),
      },
    ],
    replacesLink: subject.type === "calendar",
  };
}

function meantBy(state: AccountState, subject: Subject): CalendarSubject | null {
  switch (subject.type) {
    case "calendar":
      return subject;
    case "connection":
      return mainOf(connectionOf(state, subject));
    case "account":
      return mainCalendar(state);
    case "destination":
      return null;
  }
}

function mainOf(connection: RememberedConnection | undefined): CalendarSubject | null {
  const calendars = connection?.calendars ?? [];
  const main =
    calendars.find(({ primary }) => primary) ?? (calendars.length === 1 ? calendars[0] : undefined);
  return connection && main ? calendarSubject(connection, main.externalId) : null;
}

function isListed(state: AccountState, subject: CalendarSubject): boolean {
  const connection = connectionOf(state, subject);
  const calendar = calendarOf(state, subject);
  return connection !== undefined && calendar !== undefined && isLive(connection, calendar);
}
