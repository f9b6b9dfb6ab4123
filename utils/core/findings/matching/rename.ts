import type { RememberedConnection } from "../../model/account-state.ts";
import { type FindingRef, identity } from "../../model/finding.ts";
import { type ConnectionId, connectionKey, type Subject } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";

/** The same connection under another identity: its findings and marks, and those of its calendars, go with it. */
export function renameConnection(draft: Draft, connection: RememberedConnection, id: ConnectionId): void {
  const key = connectionKey(connection);
  const renamed = (subject: Subject) =>
    belongsTo(subject, key) ? ({ ...subject, ...id } as Subject) : undefined;
  rekey(draft.findings, renamed);
  rekey(draft.acknowledgements, renamed);
  carrySnoozes(draft, renamed);
  draft.renamed.set(key, id);
  Object.assign(connection, id);
}

/** Puts entries under the name of what they are about now. One that has an entry already keeps that. */
export function rekey<T extends FindingRef>(
  entries: Map<string, T>,
  nowAbout: (subject: Subject) => Subject | undefined,
): void {
  for (const [name, entry] of [...entries]) {
    const subject = nowAbout(entry.subject);
    if (!subject) continue;
    entries.delete(name);
    const now = { ...entry, subject };
    if (!entries.has(identity(now))) entries.set(identity(now), now);
  }
}

/** Problems that are snoozed stay so under the name of what they are about now. */
export function carrySnoozes({ state }: Draft, nowAbout: (subject: Subject) => Subject | undefined): void {
  const snoozed = new Map(state.snoozed.map((one) => [identity(one), one]));
  rekey(snoozed, nowAbout);
  state.snoozed = [...snoozed.values()];
}

/** Whether a subject is the connection of this key, or one of its calendars. */
export function belongsTo(subject: Subject, key: string): boolean {
  return "integration" in subject && connectionKey(subject) === key;
}
