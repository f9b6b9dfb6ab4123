import { problemRef } from "../../../utils/copy/problem-ref.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { connectionKey, type Subject, subjectKey } from "../../../utils/core/model/subject.ts";
import type { Acknowledgeable } from "../../../utils/screen/problems/fix.ts";
import type { ProblemsView } from "../../../utils/screen/problems/problems-view.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";

/** Where a problem is that the popup was opened for. */
export type LinkedPlace =
  | { place: "shown"; markable: Acknowledgeable }
  | { place: "expected" }
  | { place: "snoozed" };

/**
 * Finds what stands for a finding, by its ref; null when it is no longer the case. A group stands for each of its findings,
 * and what covers a finding for it.
 */
export function findLinked(
  view: ProblemsView,
  accounts: readonly StoredAccount[],
  ref: string,
): LinkedPlace | null {
  const found = find(view, (accountId, finding) => problemRef(accountId, finding) === ref);
  if (found) return found;
  for (const { account, state } of accounts) {
    const covered = state.findings.find(
      (one) => one.inhibited && one.endedCounted === null && problemRef(account.id, one) === ref,
    );
    if (covered) return covering(view, account.id, covered.subject);
  }
  return null;
}

/** What is worse and stands before it: of the same thing, of its connection, or of the whole account. */
function covering(view: ProblemsView, ofAccount: string, covered: Subject): LinkedPlace | null {
  const wholes = [
    (subject: Subject) => subjectKey(subject) === subjectKey(covered),
    (subject: Subject) =>
      subject.type === "connection" &&
      "integration" in covered &&
      connectionKey(subject) === connectionKey(covered),
    (subject: Subject) => subject.type === "account",
  ];
  for (const isWhole of wholes) {
    const found = find(view, (accountId, { subject }) => accountId === ofAccount && isWhole(subject));
    if (found) return found;
  }
  return null;
}

function find(
  { cards, mendings, notices, suspected, acknowledged, snoozed }: ProblemsView,
  isMeant: (accountId: string, finding: Finding) => boolean,
): LinkedPlace | null {
  const shown: Acknowledgeable[] = [
    ...cards.flatMap((card) => [card, ...card.effects]),
    ...mendings.flatMap(({ effects }) => effects),
    ...(notices?.cards ?? []),
    ...suspected,
  ];
  const markable = shown.find(({ account, findings }) => findings.some((one) => isMeant(account.id, one)));
  if (markable) return { place: "shown", markable };
  const isSnoozed = snoozed.some(({ context, findings }) =>
    findings.some((one) => isMeant(context.account.id, one)),
  );
  if (isSnoozed) return { place: "snoozed" };
  const isExpected = acknowledged.some(({ context, findings }) =>
    findings.some((one) => isMeant(context.account.id, one)),
  );
  return isExpected ? { place: "expected" } : null;
}

/** The id of its element on the page. */
export function elementId({ account, findings: [finding] }: Acknowledgeable): string {
  return `problem-${problemRef(account.id, finding)}`;
}
