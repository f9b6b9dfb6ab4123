import type { RememberedConnection } from "../../model/account-state.ts";
import { identity } from "../../model/finding.ts";
import { type ConnectionId, connectionKey, type Subject } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";

/** The same connection under another identity: its findings and marks, and those of its calendars, go with it. */
export function rename(draft: Draft, connection: RememberedConnection, id: ConnectionId): void {
  const key = connectionKey(connection);
  rekey(draft.findings, key, id);
  rekey(draft.acknowledgements, key, id);
  draft.renamed.set(key, id);
  Object.assign(connection, id);
}

function rekey<T extends { kind: Parameters<typeof identity>[0]["kind"]; subject: Subject }>(
  entries: Map<string, T>,
  key: string,
  id: ConnectionId,
): void {
  for (const [name, entry] of [...entries]) {
    if (!belongsTo(entry.subject, key)) continue;
    entries.delete(name);
    entry.subject = { ...entry.subject, ...id };
    entries.set(identity(entry), entry);
  }
}

/** Whether a subject is the connection of this key, or one of its calendars. */
export function belongsTo(subject: Subject, key: string): boolean {
  return "integration" in subject && connectionKey(subject) === key;
}
