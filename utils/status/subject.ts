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
  | ({ type: "calendar" } & CalendarId);
