import type { Listed } from "./listed.ts";
import type { ConnectionId, KnownConnection, Memory, Subject } from "./memory.ts";
import { findingKey, idKey } from "./subject.ts";

/**
 * A remembered connection of which a part was never read is the one new entry that has the part and agrees in the
 * rest. One that is healthy is a successor instead, unless it was the type that was lacking.
 */
export function giveWholeNames(memory: Memory, listed: Map<string, Listed>): void {
  const isNew = ({ id }: Listed) => !memory.connections.has(idKey(id));
  const fresh = [...listed.values()].filter(isNew);
  for (const known of [...memory.connections.values()]) {
    if (listed.has(idKey(known.id))) continue;
    const fitting = fresh.filter((it) => completes(known.id, it));
    const [one] = fitting;
    if (one !== undefined && fitting.length === 1 && isNew(one)) rename(memory, known, one.id);
  }
}

function completes(part: ConnectionId, { id, healthy }: Listed): boolean {
  if (part.credentialId !== id.credentialId) return false;
  if (part.type === "") return id.type !== "" && isPartOf(part, id);
  const lacksDelegation = part.credentialId === -1 && part.delegationCredentialId === null;
  return lacksDelegation && !healthy && part.type === id.type && id.delegationCredentialId !== null;
}

function isPartOf(part: ConnectionId, { delegationCredentialId }: ConnectionId): boolean {
  return part.delegationCredentialId === null || part.delegationCredentialId === delegationCredentialId;
}

function rename(memory: Memory, known: KnownConnection, id: ConnectionId): void {
  const before = idKey(known.id);
  const named = (subject: Subject): Subject =>
    "of" in subject && idKey(subject.of) === before ? { ...subject, of: id } : subject;
  memory.connections.delete(before);
  memory.connections.set(idKey(id), { ...known, id });
  for (const [key, finding] of [...memory.findings]) {
    const subject = named(finding.subject);
    if (subject === finding.subject) continue;
    const { kind } = finding;
    memory.findings.delete(key);
    memory.findings.set(findingKey(kind, subject), { ...finding, subject });
    const lastThere = memory.marks.get(key);
    if (lastThere !== undefined) memory.marks.set(findingKey(kind, subject), lastThere);
  }
  for (const recovery of memory.recoveries) {
    recovery.subject = named(recovery.subject);
    if (recovery.watched === before) recovery.watched = idKey(id);
  }
}
