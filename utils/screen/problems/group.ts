import { accountAtApp, appName } from "../../copy/app-name.ts";
import { listOf, plural, t } from "../../copy/i18n.ts";
import { eventTypeName, subjectName } from "../../copy/names.ts";
import { CALENDARS_COPY } from "../../copy/problems/calendar-copy.ts";
import { type Context, type Copy, linkTo } from "../../copy/problems/copy.ts";
import { eventTypesCopy } from "../../copy/problems/event-type-copy.ts";
import { problemCopy } from "../../copy/problems/problem-copy.ts";
import { countedAs } from "../../core/calendars/distinct.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { isFallback, isReadOnlyDestination } from "../../core/calendars/use-of.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { isAboutCalendar, isAboutEventType } from "../../core/model/kind-groups.ts";
import { KINDS } from "../../core/model/kinds.ts";
import { type Subject, subjectKey } from "../../core/model/subject.ts";
import * as ofEventTypes from "./event-types-group.ts";
import { type Card, type Fix, type FixContext, type Line, NO_FIX } from "./fix.ts";
import { fixOf, selectAllFix } from "./fix-of.ts";
import { meanwhileOf } from "./meanwhile.ts";

const NAMED = 4;

/**
 * One card for each finding, but one for all of a kind and level where there are at least `from` of them about
 * calendars, or several about event types: with hundreds of calendars the list of problems stays a list that is read. One calendar that is reached through
 * several accounts is one card, too.
 */
export function grouped(context: FixContext, findings: readonly Finding[], from: number): Card[] {
  const bundles = bundled(findings, (finding) => bundleKey(context.state, finding));
  return bundles.flatMap((bundle) => {
    const calendars = bundled(bundle, ({ subject }) => countedAs(subject));
    const enough = isAboutEventType(bundle[0].kind) ? ofEventTypes.TOGETHER : from;
    const said = calendars.length >= enough ? groupCopy(context, calendars) : null;
    return said
      ? [groupCard(context, bundle, calendars, said)]
      : calendars.map((same) => singleCard(context, same));
  });
}

type Bundle = readonly [Finding, ...Finding[]];

function bundled(findings: readonly Finding[], keyOf: (finding: Finding) => string): Bundle[] {
  // A group is never empty, which its type does not tell.
  return [...Map.groupBy(findings, keyOf).values()] as unknown as Bundle[];
}

/** What is said of several calendars must hold of each: one with a sentence of its own stands apart. */
function bundleKey(state: AccountState, { kind, level, subject }: Finding): string {
  const isApart =
    subject.type === "calendar" &&
    ((kind === "read-only" && isReadOnlyDestination(state, subject)) ||
      (kind === "not-selected" && isFallback(state, subject)));
  return `${level} ${kind} ${isApart ? countedAs(subject) : ""}`;
}

function singleCard(context: FixContext, same: Bundle): Card {
  const [finding] = same;
  return {
    id: `${context.account.id} ${finding.kind} ${subjectKey(finding.subject)}`,
    level: finding.level,
    account: context.account,
    findings: same,
    copy: problemCopy(
      same.length > 1 ? { ...context, reachedThrough: accountsOf(context, same) } : context,
      finding,
    ),
    names: null,
    links: [],
    fix: fixOf(context, finding),
    meanwhile: meanwhileOf(context, finding),
    members: null,
    whose: whoseOf(context.state, finding.subject),
    effects: [],
  };
}

/** Two connections of one app are told apart by whose they are. */
function whoseOf(state: AccountState, subject: Subject): string | null {
  const connection = subject.type === "connection" ? connectionOf(state, subject) : undefined;
  if (!connection) return null;
  const alike = state.connections.filter((one) => appName(one) === appName(connection));
  return alike.length > 1 ? accountAtApp(connection) : null;
}

function accountsOf({ state }: Context, same: Bundle): string[] {
  return same.flatMap(({ subject }) => {
    const connection = subject.type === "calendar" ? connectionOf(state, subject) : undefined;
    return (connection && accountAtApp(connection)) ?? [];
  });
}

/** @param calendars the findings of the bundle by what they are about: a calendar may have one in each of its connections */
function groupCard(context: FixContext, bundle: Bundle, calendars: readonly Bundle[], said: Copy): Card {
  const [{ kind, level }] = bundle;
  const { account } = context;
  const id = `${account.id} all ${level} ${kind}`;
  return {
    id,
    level,
    account,
    findings: bundle,
    copy: said,
    names: namesOf(context, calendars),
    links: ofEventTypes.eventTypeLinks(context, bundle),
    fix: groupFix(context, bundle, calendars),
    meanwhile: null,
    whose: null,
    members: () => membersOf(context, { id, account, findings: bundle }),
    effects: [],
  };
}

function groupFix(context: FixContext, bundle: Bundle, calendars: readonly Bundle[]): Fix {
  const [{ kind }] = bundle;
  if (isAboutEventType(kind)) return ofEventTypes.eventTypesFix(context, bundle);
  return KINDS[kind].fix === "select"
    ? selectAllFix(
        context,
        calendars.map(([{ subject }]) => subject),
      )
    : NO_FIX;
}

/** "Birthdays, Family, and 3 more": enough to know which are meant. */
function namesOf({ state }: Context, calendars: readonly Bundle[]): string {
  const [first] = calendars;
  const named = first && isAboutEventType(first[0].kind) ? ofEventTypes.NAMED : NAMED;
  const names = calendars.slice(0, named).flatMap(([{ subject }]) => memberName(state, subject) ?? []);
  const more = calendars.length - names.length;
  return listOf(more > 0 ? [...names, plural("problems.more", more)] : names);
}

/** Each of those that a card stands for. */
export function membersOf(
  { state }: Context,
  { id, account, findings }: Pick<Card, "id" | "account" | "findings">,
): Line[] {
  return findings.flatMap((finding) => {
    const text = memberName(state, finding.subject);
    if (text === null) return [];
    return [{ id: `${id} ${subjectKey(finding.subject)}`, account, findings: [finding], text }];
  });
}

/** What one of those that a card stands for is called; null for what is never told of together. */
function memberName(state: AccountState, subject: Subject): string | null {
  if (subject.type === "calendar") return subjectName(state, subject);
  return subject.type === "eventType" ? eventTypeName(state, subject) : null;
}

function groupCopy(context: Context, calendars: readonly Bundle[]): Copy | null {
  const [first] = calendars;
  if (!first) return null;
  const [{ kind, level }] = first;
  if (isAboutEventType(kind)) {
    return eventTypesCopy(context, kind, ofEventTypes.eventTypesOf(calendars.map(([finding]) => finding)));
  }
  if (!isAboutCalendar(kind)) return null;
  const link = linkTo(context, t("link.calendars"), { page: "calendars" });
  return CALENDARS_COPY[kind](calendars.length, level, link);
}
