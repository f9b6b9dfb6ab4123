/**
 * A row "check this calendar for conflicts": of the user, or of one event type, which no answer shows. The user can have
 * two of one calendar when they came with different credentials.
 */
export interface Selection {
  integration: string;
  externalId: string;
  credentialId: number | null;
  delegationCredentialId: string | null;
  eventTypeId: number | null;
}

/** A row "add bookings to this calendar", of the user or of an event type, as it is stored. */
export interface DestinationRow {
  id: number;
  integration: string;
  externalId: string;
  primaryEmail: string | null;
  userId: number | null;
  eventTypeId: number | null;
  credentialId: number | null;
  createdAt: string | null;
  updatedAt: string | null;
  delegationCredentialId: string | null;
  domainWideDelegationCredentialId: string | null;
  customCalendarReminder: number | null;
}
