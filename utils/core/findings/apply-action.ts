import { acceptSelection, forgetCalendar, forgetConnection } from "./accept.ts";
import type { AccountState, FindingRecord } from "./account-state.ts";
import { keepBounds } from "./bounds.ts";
import { close, identity, open, standing, type Work } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { claim, forget, LASTING_MARKS, unmark } from "./ledger.ts";
import { passTime } from "./pass-time.ts";
import { isNothingConnected } from "./rules/destination.ts";
import { DESTINATION } from "./subject.ts";

export interface CalendarRef {
  externalId: string;
  credentialId: number;
  /** null for a connection that is no delegation. */
  delegationCredentialId: string | null;
}

/** Whether a finding is one of those that are meant: one act can be about thousands. */
export type Meant = (finding: Pick<Finding, "kind" | "subject">) => boolean;

/** Something the person did in this extension. */
export type Act =
  /** Mark as expected; of what is gone or lost, accept it. */
  | { act: "expect"; matches: Meant }
  /** Take such a mark back: it counts again from now on, but it is no news. */
  | { act: "takeBack"; matches: Meant }
  | ({ act: "select" | "unselect" } & CalendarRef)
  | { act: "setDestination"; integration: string; externalId: string }
  /** The destination that Cal.com has now is the wanted one. */
  | { act: "keepDestination" }
  /** @param until ms since the epoch; one that is not ahead ends a snooze */
  | { act: "snooze"; until: number };

/**
 * What something the person did changes at once. What Cal.com makes of it shows in its next answer. One that matches nothing
 * changes nothing.
 * @param now ms since the epoch
 */
export function applyAct(state: AccountState, act: Act, now: number): AccountState {
  const work = open(state, now);
  passTime(work);
  apply(work, act);
  keepBounds(work);
  return close(work);
}

function apply(work: Work, act: Act): void {
  switch (act.act) {
    case "expect":
      return expect(work, act.matches);
    case "takeBack":
      return takeBack(work, act.matches);
    case "select":
    case "unselect":
      return awaitSelection(work, act.act, act);
    case "setDestination": {
      const { integration, externalId } = act;
      work.state.pending.push({
        act: "setDestination",
        at: work.now,
        integration: integration.trim() === "" ? null : integration,
        externalId,
      });
      return;
    }
    case "keepDestination":
      return keepDestination(work);
    case "snooze":
      work.state.snoozeUntil = act.until > work.now ? act.until : null;
  }
}

function expect(work: Work, matches: Meant): void {
  const meant = [...work.findings.values()].filter((record) => !record.hidden && matches(record));
  // Accepting that a connection is gone forgets its findings, so what is said of its calendars comes first.
  const isLast = ({ kind }: FindingRecord) => Number(kind === "connection-gone");
  for (const record of meant.sort((a, b) => isLast(a) - isLast(b))) accept(work, record);
}

function takeBack(work: Work, matches: Meant): void {
  for (const record of work.findings.values()) {
    if (record.hidden || !record.expected || !matches(record)) continue;
    unmark(work, identity(record));
    if (!record.muted.includes(record.level)) record.muted.push(record.level);
  }
}

function accept(work: Work, record: FindingRecord): void {
  const { kind, subject } = record;
  if (kind === "connection-gone" && subject.type === "connection") return forgetConnection(work, subject);
  if (kind === "calendar-gone" && subject.type === "calendar") return forgetCalendar(work, subject);
  if (kind === "selection-lost" && subject.type === "calendar")
    return mark(work, acceptSelection(work, subject));
  mark(work, record);
}

function mark(work: Work, record: FindingRecord): void {
  record.expected = true;
  if (!LASTING_MARKS.has(record.kind)) return;
  const { kind, subject } = record;
  work.marks.set(identity(record), { kind, subject, at: work.now, absentSince: null });
}

function awaitSelection(work: Work, act: "select" | "unselect", ref: CalendarRef): void {
  const known = work.state.connections.some(
    (connection) =>
      connection.credentialId === ref.credentialId &&
      connection.delegationCredentialId === ref.delegationCredentialId &&
      connection.calendars.some(({ externalId }) => externalId === ref.externalId),
  );
  if (known) work.state.pending.push({ act, at: work.now, externalId: ref.externalId });
}

/** Keeping a blank destination leaves it missing, but as the person wants it. */
function keepDestination(work: Work): void {
  const changed = standing(work, "destination-changed", DESTINATION);
  if (!changed) return;
  forget(work, "destination-changed", DESTINATION);
  work.state.destination.remembered = changed.about;
  if (changed.about !== null) return;
  const { record } = claim(work, "destination-missing", DESTINATION, "error", "certain");
  record.hidden = isNothingConnected(work);
  mark(work, record);
}
