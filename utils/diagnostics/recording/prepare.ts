import {
  type ChecksLog,
  isCheck,
  type LogEntry,
  type LoggedAcknowledgements,
} from "../../core/model/checks-log.ts";
import { identity } from "../../core/model/finding.ts";
import { packed, unpacked } from "../log/logged-action.ts";

type Untaken = (marks: readonly LoggedAcknowledgements[]) => LoggedAcknowledgements[];

const asIs = (id: string) => id;

/** The log as a recording can tell it: without marks that are taken back later, and with a clock that is never set back. */
export function tellable(log: ChecksLog): ChecksLog {
  return inOrder(withoutTakenBack(log));
}

function withoutTakenBack(log: ChecksLog): ChecksLog {
  const taken = new Set<string>();
  const untaken: Untaken = (marks) =>
    taken.size === 0
      ? [...marks]
      : packed(
          unpacked(marks).filter((ref) => !taken.has(identity(ref))),
          asIs,
        );
  const entries = log.entries.toReversed().flatMap((entry): LogEntry[] => {
    if (isCheck(entry) || (entry.action !== "acknowledge" && entry.action !== "unacknowledge"))
      return [entry];
    if (entry.action === "acknowledge") return [{ ...entry, findings: untaken(entry.findings) }];
    for (const ref of unpacked(entry.findings)) taken.add(identity(ref));
    return [];
  });
  const start = log.start && { ...log.start, marks: untaken(log.start.marks) };
  return { ...log, start, entries: entries.reverse() };
}

function inOrder(log: ChecksLog): ChecksLog {
  let last = log.start?.at ?? 0;
  const first = log.entries[0]?.at ?? last;
  const start = log.start && { ...log.start, at: Math.min(last, first) };
  last = start?.at ?? first;
  const entries = log.entries.map((entry) => {
    last = Math.max(last, entry.at);
    return { ...entry, at: last };
  });
  return { ...log, start, entries };
}
