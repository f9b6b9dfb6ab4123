/** The identity of a connection. `credentialId` alone will not do: delegations share -1, and ids have been seen twice. */
export interface ConnectionId {
  /** `integration.type`, e.g. `google_calendar`; "" when it could not be read. */
  integration: string;
  /** null only for an entry that could not be identified at all. */
  credentialId: number | null;
  delegationCredentialId: string | null;
}

export interface CalendarId extends ConnectionId {
  externalId: string;
}

/** What a finding is about. */
export type Subject =
  | { type: "account" }
  | { type: "destination" }
  | ({ type: "connection" } & ConnectionId)
  | ({ type: "calendar" } & CalendarId)
  /** `id` is that of Cal.com. */
  | { type: "eventType"; id: number };

export type ConnectionSubject = Extract<Subject, { type: "connection" }>;
export type CalendarSubject = Extract<Subject, { type: "calendar" }>;
export type EventTypeSubject = Extract<Subject, { type: "eventType" }>;

export const ACCOUNT: Extract<Subject, { type: "account" }> = { type: "account" };
export const DESTINATION: Extract<Subject, { type: "destination" }> = { type: "destination" };

/** Just the identity, of whatever holds one. */
export function connectionId(of: ConnectionId): ConnectionId {
  const { integration, credentialId, delegationCredentialId } = of;
  return { integration, credentialId, delegationCredentialId };
}

export function connectionSubject(of: ConnectionId): ConnectionSubject {
  return { type: "connection", ...connectionId(of) };
}

export function calendarSubject(of: ConnectionId, externalId: string): CalendarSubject {
  return { type: "calendar", ...connectionId(of), externalId };
}

export function eventTypeSubject({ id }: { id: number }): EventTypeSubject {
  return { type: "eventType", id };
}

/** A text that is equal exactly for one identity. */
export function connectionKey(of: ConnectionId): string {
  return JSON.stringify([of.integration, of.credentialId, of.delegationCredentialId]);
}

/** A text that is equal exactly for one subject. */
export function subjectKey(subject: Subject): string {
  switch (subject.type) {
    case "account":
    case "destination":
      return subject.type;
    case "connection":
      return `connection ${connectionKey(subject)}`;
    case "calendar":
      return `calendar ${connectionKey(subject)} ${subject.externalId}`;
    case "eventType":
      return `eventType ${subject.id}`;
  }
}

/** An organisation's credential, which only its administrator can mend. */
export function isDelegation(of: ConnectionId): boolean {
  return of.delegationCredentialId !== null;
}

/** Only ever seen as an entry without its type or `credentialId`. */
export function isUnreadable(of: ConnectionId): boolean {
  return of.integration === "" || of.credentialId === null;
}

/**
 * A subject as the replay tool prints it: without the integration type, and with `delegationCredentialId` only where there
 * is one. Two subjects may print alike.
 */
export function printedSubject(subject: Subject): Record<string, unknown> {
  if (subject.type === "account" || subject.type === "destination") return { type: subject.type };
  if (subject.type === "eventType") return { type: subject.type, id: subject.id };
  const { type, credentialId, delegationCredentialId } = subject;
  return {
    type,
    credentialId,
    ...(delegationCredentialId === null ? {} : { delegationCredentialId }),
    ...(subject.type === "calendar" ? { externalId: subject.externalId } : {}),
  };
}
