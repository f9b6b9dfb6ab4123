import type { Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import { ACCOUNT, byCredential, connectionSubject, findingKey, idKey, NO_ONE } from "./subject.ts";
import type { View } from "./views.ts";

/** Whether there are connections at all, and whether one account is connected twice. */
export function judgeList(judge: Judge, isEmpty: boolean, listed: Map<string, Listed>): void {
  const isFirst = judge.memory.goodAnswers === 1;
  if (isEmpty) judge.raise("no-connections", ACCOUNT, "error", isFirst ? "certain" : "suspected");
  else judge.right("no-connections", ACCOUNT);
  const healthy = [...listed.values()].filter((it) => it.healthy).sort(inOrder);
  const seen = new Set<string>();
  for (const { id, primaryId } of healthy) {
    const account = JSON.stringify([id.type, primaryId]);
    if (primaryId === null || !seen.has(account)) judge.right("connection-twice", connectionSubject(id));
    else judge.raise("connection-twice", connectionSubject(id), "notice", "certain");
    seen.add(account);
  }
}

/** Delegations first, then by credential, then by delegation. */
function inOrder(a: Listed, b: Listed): number {
  const own = ({ id }: Listed) => Number(id.delegationCredentialId === null);
  return own(a) - own(b) || byCredential(a.id, b.id);
}

/** Whether any calendar is checked for conflicts, and in which connection none is. */
export function judgeSelection(judge: Judge, views: View[]): void {
  const counting = views.filter(({ isGone }) => !isGone);
  for (const view of views)
    if (judge.unselected.has(idKey(view.known.id)) && !checksOne(view))
      judge.memory.marks.set(
        findingKey("connection-unchecked", connectionSubject(view.known.id)),
        judge.memory.counted,
      );
  const hasCalendars = counting.some(({ counted }) => counted.size > 0);
  if (counting.some(checksOne)) {
    judge.right("nothing-selected", ACCOUNT);
    for (const view of views) judgeUnchecked(judge, view);
  } else if (hasCalendars) {
    const unsure =
      judge.find("connection-error", connectionSubject(NO_ONE))?.claim?.confirmed === false ||
      counting.some(({ standing, counted }) => standing === "doubted" && counted.size === 0);
    judge.raise("nothing-selected", ACCOUNT, "warning", { asCertainAs: !unsure });
  }
}

/** A delegation falls back to the calendar that the provider marks as primary. */
function checksOne({ known, counted }: View): boolean {
  const delegated = known.id.delegationCredentialId !== null;
  return [...counted.values()].some(({ selected, primary }) => selected || (delegated && primary));
}

function judgeUnchecked(judge: Judge, view: View): void {
  const { known, standing, succeeded } = view;
  const subject = connectionSubject(known.id);
  if (known.id.delegationCredentialId !== null) return;
  if (standing === "healthy") {
    if (checksOne(view)) judge.right("connection-unchecked", subject);
    else judge.raise("connection-unchecked", subject, "warning", "certain");
  } else if (standing === "doubted" && !succeeded) judge.leave("connection-unchecked", subject);
}
