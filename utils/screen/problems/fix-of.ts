import { t } from "../../copy/i18n.ts";
import { destinationName, subjectName } from "../../copy/names.ts";
import { problemRef } from "../../copy/problem-ref.ts";
import type { Context } from "../../copy/problems/copy.ts";
import { isToBePutBack, restorable } from "../../copy/problems/restore.ts";
import { calendarOf, connectionOf } from "../../core/calendars/find.ts";
import { isKeptInWebApp } from "../../core/calendars/moved-far.ts";
import { isLive } from "../../core/calendars/settable.ts";
import { mainCalendar } from "../../core/calendars/use-of.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding, FindingKind } from "../../core/model/finding.ts";
import { KINDS } from "../../core/model/kinds.ts";
import {
  type CalendarSubject,
  calendarSubject,
  DESTINATION,
  type Subject,
} from "../../core/model/subject.ts";
import { connectionFix, mendingFix } from "./connection-fix.ts";
import { choicesOf } from "./destination-choices.ts";
import { eventTypesFix } from "./event-types-group.ts";
import { type Fix, type FixButton, type FixContext, IN_LIST, NO_FIX } from "./fix.ts";

/** Of several that one card stands for: the first, since all are one calendar. */
export function fixOf(context: FixContext, finding: Finding): Fix {
  const { kind, subject } = finding;
  switch (KINDS[kind].fix) {
    case "reconnect":
      if (subject.type !== "connection") return NO_FIX;
      return kind === "flapping" ? connectionFix(context, subject) : mendingFix(context, subject);
    case "select":
      return selectFix(context, subject, kind);
    case "restore":
      return changedFix(context);
    case "choose":
      return { ...NO_FIX, choices: choicesOf(context.state) };
    case "restore-event-types":
      return eventTypesFix(context, [finding]);
    case null:
      return NO_FIX;
  }
}

function changedFix({ account, state, now }: FixContext): Fix {
  const accountId = account.id;
  const { kind } = restorable(state, now);
  const keep: FixButton = {
    label: t("action.keep"),
    title: t("action.keepHint"),
    message: { type: "keep-destination", accountId },
    done: t("action.kept"),
  };
  if (kind === "gone" || kind === "readOnly")
    return { ...NO_FIX, buttons: [keep], choices: choicesOf(state) };
  if (kind !== "now") return { ...NO_FIX, buttons: [keep] };
  const restore: FixButton = { label: t("action.restore"), ...restoring(accountId, state) };
  return { ...NO_FIX, buttons: [restore, keep], replacesLink: !isKeptInWebApp(state) };
}

function restoring(accountId: string, state: AccountState) {
  return {
    message: { type: "restore-destination", accountId },
    done: t("action.restored", [rememberedName(state)]),
  } as const;
}

function rememberedName(state: AccountState): string {
  const { remembered } = state.destination;
  return remembered === null ? t("list.unnamed") : destinationName(state, remembered);
}

/** For a calendar that is not checked for conflicts; of a connection or an account, for the main one. */
function selectFix({ account, state, now }: Context, subject: Subject, kind: FindingKind): Fix {
  const calendar = meantBy(state, subject);
  if (calendar === null || !isListed(state, calendar)) return NO_FIX;
  const name = subjectName(state, calendar);
  if (kind === "calendar-moved" && isToBePutBack(state, calendar, now)) {
    const button: FixButton = {
      label: t("action.selectAndRestore"),
      message: { type: "select-calendar", accountId: account.id, calendar },
      done: t("action.selected", [name]),
      // Both are as they were afterwards.
      short: t("action.restore"),
      also: [{ ...restoring(account.id, state), place: destinationCard(account.id) }],
    };
    return { ...NO_FIX, buttons: [button], replacesLink: true };
  }
  return {
    ...NO_FIX,
    buttons: [
      {
        label: subject.type === "calendar" ? t("action.select") : t("action.selectNamed", [name]),
        short: t("action.turnOn"),
        message: { type: "select-calendar", accountId: account.id, calendar },
        done: t("action.selected", [name]),
      },
    ],
    replacesLink: subject.type === "calendar",
  };
}

/** More than these are looked at in the list, which has a switch for each. */
const AT_ONCE = 20;

/** For several calendars that are not checked for conflicts: all of them at once, as far as they are listed. */
export function selectAllFix({ account, state }: Context, subjects: readonly Subject[]): Fix {
  const calendars = subjects.flatMap((subject) =>
    subject.type === "calendar" && isListed(state, subject) ? [subject] : [],
  );
  const [first, ...others] = calendars.map((calendar) => ({
    message: { type: "select-calendar", accountId: account.id, calendar } as const,
    done: t("action.selected", [subjectName(state, calendar)]),
  }));
  if (!first || calendars.length < subjects.length || calendars.length > AT_ONCE) return NO_FIX;
  return {
    ...NO_FIX,
    buttons: [
      {
        label: t("action.selectAll"),
        short: t("action.turnOn"),
        ...first,
        also: others.map((one) => ({ ...one, place: IN_LIST })),
      },
    ],
    replacesLink: true,
  };
}

/** Where it stands that bookings go elsewhere. */
function destinationCard(accountId: string): string {
  return `problem-${problemRef(accountId, { kind: "destination-changed", subject: DESTINATION })}`;
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
    case "eventType":
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
