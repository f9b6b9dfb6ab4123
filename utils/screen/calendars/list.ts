import { accountName, accountPlace } from "../../copy/account-name.ts";
import { accountAtApp, shortAppName } from "../../copy/app-name.ts";
import { calendarName } from "../../copy/calendar-name.ts";
import { plural, t } from "../../copy/i18n.ts";
import { isOut, needsThePerson } from "../../copy/outage.ts";
import { destinationRow } from "../../core/calendars/destination-connections.ts";
import { checksAllFeeds } from "../../core/calendars/feed.ts";
import { isToBeRemoved, ownCalendars } from "../../core/calendars/replaced.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import type {
  AccountState,
  RememberedCalendar,
  RememberedConnection,
} from "../../core/model/account-state.ts";
import { type CalendarSubject, calendarSubject, connectionKey } from "../../core/model/subject.ts";
import type { StoredAccount } from "../stored.ts";
import { type Flag, flagsOf } from "./flags.ts";
import { type PendingValue, pendingValueOf } from "./pending-value.ts";

export interface CalendarView {
  id: string;
  /** Told from every other one of the account. */
  name: string;
  /** The same as it fits into a row. */
  label: string;
  flags: Flag[];
  subject: CalendarSubject;
  /** Whether it is checked for conflicts. */
  isSelected: boolean;
  /** It is a feed that is checked because another one of its connection is: by itself it can't be turned off. */
  isAlong: boolean;
  /** Whether it is to be, while Cal.com is being asked for that. */
  wanted: PendingValue;
  /** Not in the last answer: everything about it is as it was. */
  lastKnown: boolean;
}

export interface ConnectionView {
  id: string;
  /** The id of its element on the page. */
  anchor: string;
  /** `integration.type`, for its glyph. */
  type: string;
  app: string;
  /** Whose account at the app, and whether it is there through an organization. */
  details: string[];
  state: "healthy" | "broken" | "missing" | "checking";
  /** It works, but something is the matter with one of its calendars. */
  isWorrying: boolean;
  notes: string[];
  calendars: CalendarView[];
}

export interface AccountView {
  id: string;
  name: string;
  email: string | null;
  place: string;
  /** Nothing is known of it any more: what is shown is from before. */
  isStale: boolean;
  /** Cal.com is being asked for the first time. */
  isFirstCheck: boolean;
  /** Said instead of connections where there are none. */
  empty: string | null;
  connections: ConnectionView[];
}

/** What tells calendars of one name apart, which is needed only where there are such. */
export type Naming = Pick<typeof import("../../copy/names.ts"), "rowName" | "subjectName">;

/** Whether calendars of an account have one name. */
export function hasNamesakes(accounts: readonly StoredAccount[]): boolean {
  return accounts.some(({ state }) => {
    const names = state.connections.flatMap(({ calendars, integration }) =>
      calendars.map((calendar) => calendarName({ ...calendar, integration })),
    );
    return new Set(names).size < names.length;
  });
}

/** All accounts with their connections and calendars, in Cal.com's order. */
export function listView(accounts: readonly StoredAccount[], naming?: Naming | null): AccountView[] {
  return accounts.map((stored, index) => {
    const { account, state } = stored;
    const isDestination = destinationRow(state);
    const states = connectionStates(state);
    const worrying = connectionsWithProblems(state);
    return {
      id: account.id,
      name: accountName(account),
      email: account.user.email,
      place: accountPlace(account),
      isStale: state.rejection !== null || isOut(state) || needsThePerson(state.lastFailure),
      isFirstCheck: state.lastGoodAt === null && state.lastFailure === null && state.rejection === null,
      empty: emptyText(stored),
      connections: state.connections.map((connection, at) => ({
        ...connectionView(state, connection, states.get(connectionKey(connection)), isDestination, naming),
        anchor: `connection-${index}-${at}`,
        isWorrying: worrying.has(connectionKey(connection)),
      })),
    };
  });
}

/** Why an account has no connections to show. */
function emptyText({ state, unreadable }: StoredAccount): string {
  if (unreadable) return t(`unreadable.${unreadable}`);
  return state.lastGoodAt === null ? t("list.waiting") : t("list.noConnections");
}

/** What findings say of connections. What is confirmed is not taken back by a doubt about more. */
function connectionStates(state: AccountState): Map<string, ConnectionView["state"]> {
  const states = new Map<string, ConnectionView["state"]>();
  for (const { kind, confirmed, subject } of shownFindings(state)) {
    if (subject.type !== "connection") continue;
    const key = connectionKey(subject);
    if (!confirmed) states.set(key, states.get(key) ?? "checking");
    else if (kind === "connection-error") states.set(key, "broken");
    else if (kind === "connection-gone") states.set(key, "missing");
  }
  return states;
}

/** Those about which, or about a calendar of which, something is a problem. */
function connectionsWithProblems(state: AccountState): Set<string> {
  return new Set(
    shownFindings(state).flatMap(({ subject, level, confirmed, acknowledged }) =>
      confirmed && !acknowledged && level !== "notice" && "integration" in subject
        ? [connectionKey(subject)]
        : [],
    ),
  );
}

function connectionView(
  state: AccountState,
  connection: RememberedConnection,
  judged: ConnectionView["state"] | undefined,
  isDestination: (connection: RememberedConnection, calendar: RememberedCalendar) => boolean,
  naming: Naming | null | undefined,
): Omit<ConnectionView, "anchor" | "isWorrying"> {
  const account = accountAtApp(connection);
  const id = connectionKey(connection);
  const allFeeds = checksAllFeeds(connection);
  return {
    id,
    type: connection.integration,
    app: shortAppName(connection),
    details: [
      account,
      connection.delegationCredentialId !== null ? t("list.throughOrganization") : null,
    ].filter((detail) => detail !== null),
    state: judged ?? connection.condition,
    notes: isToBeRemoved(state, connection) ? [t("list.oldConnection")] : notesOf(connection, allFeeds),
    calendars: ownCalendars(state, connection).map((calendar) => {
      const lastKnown = connection.condition !== "healthy" || calendar.missing;
      const subject = calendarSubject(connection, calendar.externalId);
      const isAlong = allFeeds && !calendar.isSelected;
      const isSelected = calendar.isSelected || isAlong;
      const name =
        naming?.subjectName(state, subject) ??
        calendarName({ ...calendar, integration: connection.integration });
      return {
        id: `${id} ${calendar.externalId}`,
        name,
        label: naming?.rowName(state, subject) ?? name,
        flags: flagsOf(
          { ...calendar, isSelected },
          { lastKnown, isDestination: isDestination(connection, calendar) },
        ),
        subject,
        isSelected,
        isAlong,
        wanted: pendingValueOf(state, calendar.externalId),
        lastKnown,
      };
    }),
  };
}

/** Apps whose answers do tell whether a calendar can be written to. */
const TELLS_READ_ONLY = new Set(["google_calendar", "office365_calendar", "ics-feed_calendar"]);

function notesOf(
  { calendars, integration, malformedCalendars, notKept = 0 }: RememberedConnection,
  allFeeds: boolean,
): string[] {
  return [
    allFeeds && calendars.length > 1 ? t("list.allFeeds") : null,
    calendars.length === 0 ? t("list.noneKnown") : null,
    calendars.length > 0 && !TELLS_READ_ONLY.has(integration) ? t("list.cannotJudge") : null,
    malformedCalendars > 0 ? plural("list.leftOut", malformedCalendars) : null,
    notKept > 0 ? plural("list.notKept", notKept) : null,
  ].filter((note) => note !== null);
}

/** The connection above whose calendars it is said what their switches are for. */
export function firstWithSwitches(connections: readonly ConnectionView[]): ConnectionView | undefined {
  return connections.find(({ calendars }) => calendars.some(({ lastKnown }) => !lastKnown));
}

/** From how many calendars on a list needs a filter. */
export const FILTER_FROM = 13;

export function countCalendars(
  accounts: readonly { connections: readonly { calendars: readonly unknown[] }[] }[],
): number {
  return accounts
    .flatMap(({ connections }) => connections)
    .reduce((sum, { calendars }) => sum + calendars.length, 0);
}
