import type { Finding, FindingKind } from "../../../utils/status/finding.ts";
import { subjectKey } from "../../../utils/status/subject.ts";
import { plural, t, wordsLanguage } from "../../../utils/words.ts";
import { type Context, type Copy, copy, linkTo } from "../copy/copy.ts";
import { subjectName } from "../copy/find.ts";
import { problemCopy } from "../copy/problem-copy.ts";
import type { Card } from "./problems.ts";

const NAMED = 4;

/**
 * One card for each finding, but one for all of a kind and level where there are at least `from` of them about
 * calendars: with hundreds of calendars the list of problems stays a list that is read.
 */
export function grouped(context: Context, findings: readonly Finding[], from: number): Card[] {
  const bundles = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.kind}`;
    bundles.set(key, [...(bundles.get(key) ?? []), finding]);
  }
  return [...bundles.values()].flatMap((bundle) => {
    const said = bundle.length >= from ? groupCopy(context, bundle) : null;
    return said ? [groupCard(context, bundle, said)] : bundle.map((finding) => singleCard(context, finding));
  });
}

function singleCard(context: Context, finding: Finding): Card {
  return {
    id: `${context.account.id} ${finding.kind} ${subjectKey(finding.subject)}`,
    level: finding.level,
    account: context.account,
    copy: problemCopy(context, finding),
    names: null,
  };
}

function groupCard(context: Context, bundle: readonly Finding[], said: Copy): Card {
  return {
    id: `${context.account.id} all ${bundle[0]?.level} ${bundle[0]?.kind}`,
    level: bundle[0]?.level ?? "notice",
    account: context.account,
    copy: said,
    names: namesOf(context, bundle),
  };
}

/** "Birthdays, Family, and 3 more": enough to know which are meant. */
function namesOf(context: Context, bundle: readonly Finding[]): string {
  const names = bundle
    .slice(0, NAMED)
    .flatMap(({ subject }) => (subject.type === "calendar" ? [subjectName(context.memory, subject)] : []));
  const more = bundle.length - names.length;
  const all = more > 0 ? [...names, plural("problems.more", more)] : names;
  return new Intl.ListFormat(wordsLanguage()).format(all);
}

function groupCopy(context: Context, bundle: readonly Finding[]): Copy | null {
  const kind: FindingKind | undefined = bundle[0]?.kind;
  const link = linkTo(context, t("link.calendars"), { page: "calendars" });
  const count = bundle.length;
  switch (kind) {
    case "calendar-gone":
      return copy({
        what: plural("problemGroup.calendarGone", count),
        consequence: t("problemGroup.goneConsequence"),
        todo: t("problemGroup.calendarGoneTodo"),
        link,
      });
    case "selection-lost":
      return copy({
        what: plural("problemGroup.selectionLost", count),
        consequence: t("problemGroup.selectionLostConsequence"),
        todo: t("problemGroup.selectionLostTodo"),
        link,
      });
    case "not-selected":
      return copy({
        what:
          bundle[0]?.level === "warning"
            ? plural("problemGroup.notSelectedPrimary", count)
            : plural("problems.looksUnchecked", count),
        consequence: t("problemGroup.notSelectedConsequence"),
        todo: t("problemGroup.notSelectedTodo"),
        link,
      });
    case "read-only":
      return copy({
        what: plural("problems.looksReadOnly", count),
        consequence: t("problemGroup.readOnlyConsequence"),
        todo: t("problemGroup.readOnlyTodo"),
      });
    default:
      return null;
  }
}
