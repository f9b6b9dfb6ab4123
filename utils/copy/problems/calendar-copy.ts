import { isFeed } from "../../core/calendars/feed.ts";
import { calendarOf, connectionOf } from "../../core/calendars/find.ts";
import { isCheckedElsewhere, isFallback, isReadOnlyDestination } from "../../core/calendars/use-of.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { CalendarSubject } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { formatTime } from "../format-time.ts";
import { listOf, plural, t } from "../i18n.ts";
import { plainName, subjectName } from "../names.ts";
import { type Context, type Copy, type CopyOf, copy, type GroupCopyOf, linkTo } from "./copy.ts";
import { isToBePutBack } from "./restore.ts";

export const CALENDAR_COPY: CopyOf<"calendar"> = {
  "calendar-gone": calendarGoneCopy,
  "calendar-moved": calendarMovedCopy,
  "selection-lost": selectionLostCopy,
  "not-selected": notSelectedCopy,
  "read-only": readOnlyCopy,
};

/** Of many calendars at once. */
export const CALENDARS_COPY: GroupCopyOf<"calendar"> = {
  "calendar-gone": (count, _level, link) =>
    copy({
      what: plural("problemGroup.calendarGone", count),
      effect: t("problem.effect.unprotected"),
      consequence: t("problemGroup.goneConsequence"),
      todo: t("problemGroup.calendarGoneTodo"),
      link,
    }),
  "calendar-moved": (count, _level, link) =>
    copy({
      what: plural("problemGroup.calendarMoved", count),
      effect: t("problem.effect.unprotected"),
      consequence: t("problemGroup.calendarMovedConsequence"),
      todo: t("problemGroup.calendarMovedTodo"),
      link,
    }),
  "selection-lost": (count, _level, link) =>
    copy({
      what: plural("problemGroup.selectionLost", count),
      effect: t("problem.effect.unprotected"),
      consequence: t("problemGroup.selectionLostConsequence"),
      todo: t("problemGroup.selectionLostTodo"),
      link,
    }),
  "not-selected": (count, level, link) =>
    copy({
      what: plural(level === "warning" ? "problemGroup.notSelectedPrimary" : "notices.not_selected", count),
      effect: t("problem.effect.busy"),
      consequence: t("problemGroup.notSelectedConsequence"),
      todo: t("problemGroup.notSelectedTodo"),
      link,
    }),
  "read-only": (count) =>
    copy({
      what: plural("notices.read_only", count),
      effect: t("problem.effect.readOnly"),
      consequence: t("problemGroup.readOnlyConsequence"),
      todo: t("problemGroup.readOnlyTodo"),
    }),
};

function calendarGoneCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, app, account, where, link } = described(context, subject);
  const feed = isFeed(subject.integration);
  const isElsewhere = isCheckedElsewhere(context.state, subject);
  return copy({
    what: feed ? t("problem.calendarGone.feed", [name]) : t("problem.calendarGone.what", [name, app]),
    effect: t(isElsewhere ? "problem.effect.checkedElsewhere" : "problem.effect.unprotected"),
    consequence: t(
      isElsewhere ? "problem.calendarGone.checkedElsewhere" : "problem.calendarGone.consequence",
    ),
    todo: feed ? t("problem.calendarGone.feedTodo") : t("problem.calendarGone.todo", [app]),
    where: feed ? where : account,
    link,
  });
}

function calendarMovedCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, where, link } = described(context, subject);
  return copy({
    what: t("problem.calendarMoved.what", [name]),
    effect: t("problem.effect.unprotected"),
    consequence: t("problem.calendarMoved.consequence"),
    todo: t(
      isToBePutBack(context.state, subject, context.now)
        ? "problem.calendarMoved.todoBookings"
        : "problem.calendarMoved.todo",
    ),
    where,
    link,
  });
}

function selectionLostCopy(context: Context, subject: CalendarSubject, finding: Finding): Copy {
  const { name, where, link } = described(context, subject);
  return copy({
    what: t("problem.selectionLost.what", [name]),
    effect: t("problem.effect.unprotected"),
    consequence: t("problem.selectionLost.consequence", [formatTime(finding.since, context.now)]),
    todo: t("problem.selectionLost.todo"),
    where,
    link,
  });
}

function notSelectedCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, where, link } = described(context, subject);
  if (isFallback(context.state, subject)) {
    return copy({
      what: t("problem.notSelected.fallback", [name]),
      effect: t("problem.effect.fallback"),
      consequence: t("problem.notSelected.fallbackConsequence"),
      todo: t("problem.notSelected.fallbackTodo"),
      where,
      link,
    });
  }
  const primary = calendarOf(context.state, subject)?.primary === true;
  return copy({
    what: t(primary ? "problem.notSelected.primary" : "problem.notSelected.what", [name]),
    effect: t("problem.effect.busy"),
    consequence: t("problem.notSelected.consequence"),
    todo: t("problem.notSelected.todo"),
    where,
    link,
  });
}

function readOnlyCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, where } = described(context, subject);
  return copy({
    what: t("problem.readOnly.what", [name]),
    effect: t("problem.effect.readOnly"),
    consequence: t("problem.readOnly.consequence"),
    todo: readOnlyTodo(context.state, subject),
    where,
  });
}

/** What to do about the calendar that bookings go to is said where that is. */
function readOnlyTodo(state: AccountState, subject: CalendarSubject): string {
  if (isReadOnlyDestination(state, subject)) return t("problem.readOnly.destinationTodo");
  return t(isFeed(subject.integration) ? "problem.readOnly.feedTodo" : "problem.readOnly.todo");
}

function described(context: Context, subject: CalendarSubject) {
  const { state, reachedThrough } = context;
  const connection = connectionOf(state, subject);
  const app = appName(connection ?? { appName: null, integration: subject.integration });
  const name = reachedThrough ? plainName(state, subject) : subjectName(state, subject);
  const account = reachedThrough ? listOf(reachedThrough) : connection && accountAtApp(connection);
  const unsaid = account && !name.includes(account) ? account : null;
  return {
    name,
    app,
    account: unsaid,
    where: unsaid === null ? app : `${app} · ${unsaid}`,
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  };
}
