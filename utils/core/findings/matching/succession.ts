import type { RememberedConnection } from "../../model/account-state.ts";
import { identity } from "../../model/finding.ts";
import { type ConnectionId, connectionKey, connectionSubject, type Subject } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { resolve } from "../lifecycle.ts";
import { compareText } from "../order.ts";
import { completes, type Identified, lacksPart } from "./identify.ts";

/**
 * An account that was disconnected and connected again comes back with another `credentialId`. Known again by type and
 * `primary.externalId`, it takes the place of the one that the answer lacks: what was wrong with the old one is over, and
 * its calendars are what the new one's are compared with.
 */
export function succeed(draft: Draft, present: readonly Identified[]): void {
  const keys = new Set(present.map(({ id }) => connectionKey(id)));
  const known = new Set(draft.state.connections.map(connectionKey));
  const newcomers = present
    .filter(({ id, entry }) => entry.condition === "healthy" && !known.has(connectionKey(id)))
    .sort((a, b) => compareText(sortKey(a), sortKey(b)));
  for (const { id, entry } of newcomers) {
    if (known.has(connectionKey(id))) continue;
    const [old] = draft.state.connections
      .filter(
        (connection) =>
          !keys.has(connectionKey(connection)) &&
          connection.integration === id.integration &&
          connection.primaryExternalId !== null &&
          connection.primaryExternalId === entry.primaryExternalId,
      )
      .sort((a, b) => isGone(draft, a) - isGone(draft, b) || compareText(connectionKey(a), connectionKey(b)));
    if (!old) continue;
    known.add(connectionKey(id));
    replace(draft, old, id);
  }
}

const sortKey = ({ id, entry }: Identified) => `${connectionKey(id)} ${entry.primaryExternalId ?? ""}`;

const isGone = (draft: Draft, connection: RememberedConnection) =>
  Number(isConfirmed(draft, "connection-gone", connectionSubject(connection)));

function replace(draft: Draft, old: RememberedConnection, id: ConnectionId): void {
  const key = connectionKey(old);
  for (const record of [...draft.findings.values()]) {
    if (!belongsTo(record.subject, key)) continue;
    // What was told as flapping is over without another word, and what was covered was not shown.
    const silent = record.kind === "flapping" || (old.flapSuppressed && record.kind === "connection-error");
    if (record.inhibited || silent) draft.findings.delete(identity(record));
    else resolve(draft, record.kind, record.subject);
  }
  rename(draft, old, id);
  Object.assign(old, { breaks: [], flapSuppressed: false });
}

/**
 * An entry that lacked a part of its name before and has it now is the same subject: what was doubted of it goes on under its
 * whole name.
 */
export function completeNames(draft: Draft, present: readonly Identified[]): void {
  const known = new Set(draft.state.connections.map(connectionKey));
  const seen = new Set(present.map(({ id }) => connectionKey(id)));
  for (const connection of draft.state.connections) {
    if (!lacksPart(connection) || seen.has(connectionKey(connection))) continue;
    const named = present.filter(({ id }) => completes(id, connection) && !known.has(connectionKey(id)));
    const [only, ...others] = new Map(named.map(({ id }) => [connectionKey(id), id])).values();
    if (!only || others.length > 0) continue;
    known.add(connectionKey(only));
    rename(draft, connection, only);
  }
}

/** The same connection under another identity: its findings and marks, and those of its calendars, go with it. */
function rename(draft: Draft, connection: RememberedConnection, id: ConnectionId): void {
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
