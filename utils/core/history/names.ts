import type { Destination } from "../../cal-api/observation.ts";
import type { NamedConnection } from "../model/history.ts";
import type { CalendarSubject, ConnectionId } from "../model/subject.ts";

/** Longer ones are not Cal.com's. */
const LONGEST_ID = 64;

/** How things are called now: the history keeps that, whatever they are called later. */
export interface Names {
  connection(id: ConnectionId): NamedConnection;
  calendar(subject: CalendarSubject): string;
  destination(destination: Destination): string;
}

/** The identity, of a length that is bounded. */
export function storedId({ integration, credentialId, delegationCredentialId }: ConnectionId): ConnectionId {
  return {
    integration: integration.slice(0, LONGEST_ID),
    credentialId,
    delegationCredentialId: delegationCredentialId?.slice(0, LONGEST_ID) ?? null,
  };
}
