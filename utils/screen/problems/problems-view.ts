import { accountName } from "../../copy/account-name.ts";
import { needsThePerson } from "../../copy/outage.ts";
import { problemCopy } from "../../copy/problems/problem-copy.ts";
import { isProblemSnoozed } from "../../core/findings/snoozed.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import { type Finding, LEVELS } from "../../core/model/finding.ts";
import { KINDS } from "../../core/model/kinds.ts";
import { subjectKey } from "../../core/model/subject.ts";
import type { Told } from "../headline/told.ts";
import type { StoredAccount } from "../stored.ts";
import { type BulkAcknowledgement, bulkAcknowledgementsOf, noticesTitle } from "./bulk-acknowledge.ts";
import { inCauses } from "./causes.ts";
import type { Card, FixContext, Line, MendingWithEffects, Seen } from "./fix.ts";
import { grouped } from "./group.ts";
import { ownMendings } from "./own-mendings.ts";

export interface ProblemsView {
  /** Errors and warnings, worst first. */
  cards: Card[];
  /** Notices about calendars, together: the list of calendars shows each of them. */
  notices: { title: string; cards: Card[]; offers: BulkAcknowledgement[] } | null;
  /** What works again while not everything is as it was. */
  mendings: MendingWithEffects[];
  suspected: Line[];
  /** What is marked as expected, with each account that has such. @see expectedEntries */
  acknowledged: Seen[];
  /** What is snoozed by itself, in the same way. */
  snoozed: Seen[];
}

/** From how many calendars of a kind on they are one row, with their names. */
const TOGETHER = 2;

/** What is wrong in all accounts, as it is shown. */
export function problemsView(accounts: readonly StoredAccount[], now: number): ProblemsView {
  const seen = accounts.map((stored) => ({
    context: { ...stored, now },
    findings: shownFindings(stored.state).filter((finding) => !isToldOtherwise(stored, finding)),
    isQuiet: isProblemSnoozed(stored.state, now),
  }));
  const standing = seen.map(({ context, findings, isQuiet }) => ({
    context,
    findings: folded(findings.filter((finding) => isStanding(finding) && !isQuiet(finding))),
  }));
  const told = standing.map(({ context, findings }) =>
    inCauses(context, {
      cards: grouped(
        context,
        findings.filter((finding) => !isNotice(finding)).sort(mostUrgentFirst),
        TOGETHER,
      ),
      mendings: ownMendings(context),
    }),
  );
  const notices = standing.flatMap(({ findings }) => findings.filter(isNotice));

  return {
    cards: told
      .flatMap(({ cards }) => cards)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
    notices:
      notices.length === 0
        ? null
        : {
            title: noticesTitle(standing.map(({ findings }) => findings.filter(isNotice))),
            cards: standing.flatMap(({ context, findings }) =>
              grouped(context, findings.filter(isNotice).sort(mostUrgentFirst), TOGETHER),
            ),
            offers: bulkAcknowledgementsOf(accounts),
          },
    mendings: told.flatMap(({ mendings }) => mendings),
    suspected: seen.flatMap(({ context, findings }) =>
      findings
        .filter(({ confirmed, acknowledged }) => !confirmed && !acknowledged)
        .map((finding) => lineOf(context, finding, accounts.length > 1)),
    ),
    acknowledged: seen
      .map(({ context, findings }) => ({
        context,
        findings: findings.filter(({ acknowledged }) => acknowledged),
      }))
      .filter(({ findings }) => findings.length > 0),
    snoozed: seen
      .map(({ context, findings, isQuiet }) => ({
        context,
        findings: findings.filter((finding) => isStanding(finding) && isQuiet(finding)),
      }))
      .filter(({ findings }) => findings.length > 0),
  };
}

/** What of it the headline tells: what works again counts where something that rests on it is wrong. */
export function toldOf({ cards, mendings }: Pick<ProblemsView, "cards" | "mendings">): Told {
  const wrong = mendings.filter(({ effects }) => effects.length > 0);
  const [only, ...others] = [...cards.map(({ copy }) => copy.what), ...wrong.map(({ title }) => title)];
  return { problems: cards.length + wrong.length, only: others.length === 0 ? (only ?? null) : null };
}

function isStanding({ confirmed, acknowledged }: Finding): boolean {
  return confirmed && !acknowledged;
}

/** Without its key or the browser's permission an account has a form of its own, which says what to do. */
function isToldOtherwise({ state }: StoredAccount, { kind }: Finding): boolean {
  return kind === "unreachable" && needsThePerson(state.lastFailure);
}

/** While nothing is selected at all, that each main calendar is not is no news: it goes to what is worth a look. */
function folded(findings: readonly Finding[]): Finding[] {
  const isNothingSelected = findings.some(({ kind }) => kind === "nothing-selected");
  return findings.map((finding) =>
    isNothingSelected && finding.kind === "not-selected" ? { ...finding, level: "notice" } : finding,
  );
}

function isNotice(finding: Finding): boolean {
  return finding.level === "notice";
}

function lineOf(context: FixContext, finding: Finding, withAccount: boolean): Line {
  const { what, where } = problemCopy(context, finding);
  const places = [where, withAccount ? accountName(context.account) : null].filter((place) => place !== null);
  return {
    id: `${context.account.id} ${finding.kind} ${subjectKey(finding.subject)}`,
    account: context.account,
    findings: [finding],
    text: places.length === 0 ? what : `${what} (${places.join(" · ")})`,
  };
}

export function mostUrgentFirst(a: Finding, b: Finding): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || KINDS[a.kind].urgency - KINDS[b.kind].urgency;
}
