import type { ConnectionId, Subject } from "./memory.ts";

export const ACCOUNT: Subject = { type: "account" };
export const DESTINATION: Subject = { type: "destination" };

export function connectionSubject(of: ConnectionId): Subject {
  return { type: "connection", of };
}

export function calendarSubject(of: ConnectionId, externalId: string): Subject {
  return { type: "calendar", of, externalId };
}

export function eventTypeSubject(id: number): Subject {
  return { type: "eventType", id };
}

/** Stands for an entry of which nothing can be read. */
export const NO_ONE: ConnectionId = { type: "", credentialId: null, delegationCredentialId: null };

/** Equal for the same connection only. */
export function idKey({ type, credentialId, delegationCredentialId }: ConnectionId): string {
  return JSON.stringify([type, credentialId, delegationCredentialId]);
}

export function subjectKey(subject: Subject): string {
  if (subject.type === "connection") return `connection ${idKey(subject.of)}`;
  if (subject.type === "calendar") return `calendar ${idKey(subject.of)} ${subject.externalId}`;
  return subject.type === "eventType" ? `eventType ${subject.id}` : subject.type;
}

export function findingKey(kind: string, subject: Subject): string {
  return `${kind} ${subjectKey(subject)}`;
}

/** The connection that a subject is or belongs to. */
export function connectionOf(subject: Subject): string | null {
  return subject.type === "connection" || subject.type === "calendar" ? idKey(subject.of) : null;
}

/** As the replay prints it: the type of the integration is left out. */
export function printed(subject: Subject): Record<string, unknown> {
  if (!("of" in subject)) return subject;
  const { credentialId, delegationCredentialId } = subject.of;
  return {
    type: subject.type,
    credentialId,
    ...(delegationCredentialId === null ? {} : { delegationCredentialId }),
    ...(subject.type === "calendar" ? { externalId: subject.externalId } : {}),
  };
}

/** Lowest credential first, then lowest delegation, none before any. */
export function byCredential(a: ConnectionId, b: ConnectionId): number {
  return (
    (a.credentialId ?? 0) - (b.credentialId ?? 0) ||
    compareText(a.delegationCredentialId ?? "", b.delegationCredentialId ?? "") ||
    compareText(a.type, b.type)
  );
}

/** By UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
