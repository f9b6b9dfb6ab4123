import type { StoredAccount } from "../../../utils/pages/stored.ts";
import type { RememberedCalendar, RememberedConnection } from "../../../utils/status/memory.ts";
import { connectionKey } from "../../../utils/status/subject.ts";
import { shownFindings } from "../../../utils/status/summary.ts";
import { plural, t } from "../../../utils/words.ts";
import { accountName, accountPlace } from "../../shared/account-name.ts";
import { accountAtApp, appName } from "../../shared/app-name.ts";
import { calendarName } from "../../shared/calendar-name.ts";
import { destinationRow } from "./destination-row.ts";
import { type Flag, flagsOf } from "./flags.ts";

export interface CalendarView {
  id: string;
  name: string;
  flags: Flag[];
  isSelected: boolean;
  /** Not in the last answer: everything about it is as it was. */
  lastKnown: boolean;
}

export interface ConnectionView {
  id: string;
  /** `integration.type`, for its glyph. */
  type: string;
  app: string;
  /** Whose account at the app, and whether it is there through an organization. */
  details: string[];
  state: "healthy" | "broken" | "missing" | "checking";
  notes: string[];
  calendars: CalendarView[];
}

export interface AccountView {
  id: string;
  name: string;
  email: string | null;
  place: string;
  /** Said instead of connections where there are none. */
  empty: string | null;
  connections: ConnectionView[];
}

/** All accounts with their connections and calendars, in Cal.com's order. */
export function listView(accounts: readonly StoredAccount[]): AccountView[] {
  return accounts.map((stored) => {
    const { account, memory } = stored;
    const isDestination = destinationRow(memory);
    const suspected = new Set(
      shownFindings(memory).flatMap(({ confirmed, subject }) =>
        !confirmed && subject.type === "connection" ? [connectionKey(subject)] : [],
      ),
    );
    return {
      id: account.id,
      name: accountName(account),
      email: account.user.email,
      place: accountPlace(account),
      empty: memory.lastGoodAt === null ? t("list.waiting") : t("list.noConnections"),
      connections: memory.connections.map((connection) =>
        connectionView(connection, suspected.has(connectionKey(connection)), isDestination),
      ),
    };
  });
}

function connectionView(
  connection: RememberedConnection,
  suspected: boolean,
  isDestination: (connection: RememberedConnection, calendar: RememberedCalendar) => boolean,
): ConnectionView {
  const account = accountAtApp(connection);
  const id = connectionKey(connection);
  return {
    id,
    type: connection.integration,
    app: appName(connection),
    details: [
      account,
      connection.delegationCredentialId !== null ? t("list.throughOrganization") : null,
    ].filter((detail) => detail !== null),
    state: suspected ? "checking" : connection.condition,
    notes: notesOf(connection),
    calendars: connection.calendars.map((calendar) => {
      const lastKnown = connection.condition !== "healthy" || calendar.missing;
      return {
        id: `${id} ${calendar.externalId}`,
        name: calendarName({ ...calendar, integration: connection.integration }),
        flags: flagsOf(calendar, { lastKnown, isDestination: isDestination(connection, calendar) }),
        isSelected: calendar.isSelected,
        lastKnown,
      };
    }),
  };
}

/** Apps whose answers do tell whether a calendar can be written to. */
const TELLS_READ_ONLY = new Set(["google_calendar", "office365_calendar", "ics-feed_calendar"]);

function notesOf({ calendars, integration, malformedCalendars }: RememberedConnection): string[] {
  return [
    calendars.length === 0 ? t("list.noneKnown") : null,
    calendars.length > 0 && !TELLS_READ_ONLY.has(integration) ? t("list.cannotJudge") : null,
    malformedCalendars > 0 ? plural("list.leftOut", malformedCalendars) : null,
  ].filter((note) => note !== null);
}
