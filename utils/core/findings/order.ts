import { type Finding, LEVELS } from "../model/finding.ts";
import type { ConnectionId } from "../model/subject.ts";
import { printedSubject } from "../model/subject.ts";

/** By UTF-16 code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In the order in which Cal.com made them; delegations, which share one id, by their own. */
export function compareIds(a: ConnectionId, b: ConnectionId): number {
  return (
    (a.credentialId ?? 0) - (b.credentialId ?? 0) ||
    compareText(a.delegationCredentialId ?? "", b.delegationCredentialId ?? "")
  );
}

type Sortable = Pick<Finding, "kind" | "subject" | "level">;

/** Worst first, then by kind, then by the printed subject; subjects that print alike by integration type. */
export function byLevelKindSubject(a: Sortable, b: Sortable): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareText(a.kind, b.kind) ||
    compareText(JSON.stringify(printedSubject(a.subject)), JSON.stringify(printedSubject(b.subject))) ||
    compareText(integrationOf(a), integrationOf(b))
  );
}

function integrationOf({ subject }: Sortable): string {
  return "integration" in subject ? subject.integration : "";
}
