import { moment } from "../../../utils/moment.ts";
import type { Finding } from "../../../utils/status/finding.ts";
import type { CalendarSubject } from "../../../utils/status/subject.ts";
import { t } from "../../../utils/words.ts";
import { accountAtApp, appName } from "../../shared/app-name.ts";
import { isFeed } from "../../shared/calendar-name.ts";
import { type Context, type Copy, copy, linkTo } from "./copy.ts";
import { calendarOf, connectionOf, subjectName } from "./find.ts";

export function calendarGoneCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, app, where, link } = described(context, subject);
  const feed = isFeed(subject.integration);
  return copy({
    what: feed ? t("problem.calendarGone.feed", [name]) : t("problem.calendarGone.what", [name, app]),
    consequence: t("problem.calendarGone.consequence"),
    todo: feed ? t("problem.calendarGone.feedTodo") : t("problem.calendarGone.todo", [app]),
    where,
    link,
  });
}

export function selectionLostCopy(context: Context, subject: CalendarSubject, finding: Finding): Copy {
  const { name, where, link } = described(context, subject);
  return copy({
    what: t("problem.selectionLost.what", [name]),
    consequence: t("problem.selectionLost.consequence", [moment(finding.since, context.now)]),
    todo: t("problem.selectionLost.todo"),
    where,
    link,
  });
}

export function notSelectedCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, where, link } = described(context, subject);
  const primary = calendarOf(context.memory, subject)?.primary === true;
  return copy({
    what: t(primary ? "problem.notSelected.primary" : "problem.notSelected.what", [name]),
    consequence: t("problem.notSelected.consequence"),
    todo: t("problem.notSelected.todo"),
    where,
    link,
  });
}

export function readOnlyCopy(context: Context, subject: CalendarSubject): Copy {
  const { name, where } = described(context, subject);
  return copy({
    what: t("problem.readOnly.what", [name]),
    consequence: t("problem.readOnly.consequence"),
    todo: t(isFeed(subject.integration) ? "problem.readOnly.feedTodo" : "problem.readOnly.todo"),
    where,
  });
}

function described(context: Context, subject: CalendarSubject) {
  const connection = connectionOf(context.memory, subject);
  const app = appName(connection ?? { appName: null, integration: subject.integration });
  const account = connection ? accountAtApp(connection) : null;
  const name = subjectName(context.memory, subject);
  return {
    name,
    app,
    where: account === null || account === name ? app : `${app} · ${account}`,
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  };
}
