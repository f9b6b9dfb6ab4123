import type { Destination } from "../../cal-api/observation.ts";
import type { RememberedCalendar } from "../model/account-state.ts";
import type { ConnectionId } from "../model/subject.ts";

/** Cal.com leaves the integration of a destination blank now and then (ICS feeds): then it matches any. */
function sameIntegration(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** Whether two destinations are one calendar; null is a blank one. */
export function sameDestination(
  a: Pick<Destination, "integration" | "externalId"> | null,
  b: Pick<Destination, "integration" | "externalId"> | null,
): boolean {
  if (a === null || b === null) return a === b;
  return a.externalId === b.externalId && sameIntegration(a.integration, b.integration);
}

/** Whether bookings for this destination are added to this calendar of this connection. */
export function isAddedTo(
  destination: Pick<Destination, "integration" | "externalId">,
  calendar: Pick<RememberedCalendar, "externalId" | "integration">,
  connection: ConnectionId,
): boolean {
  if (calendar.externalId !== destination.externalId) return false;
  return (
    sameIntegration(destination.integration, calendar.integration ?? connection.integration) ||
    destination.integration === connection.integration
  );
}

/** Whether a destination's own row names this connection; it may be stale, so it is asked last. */
export function isOwnCredential(destination: Destination, connection: ConnectionId): boolean {
  if (destination.delegationCredentialId !== null) {
    return destination.delegationCredentialId === connection.delegationCredentialId;
  }
  return connection.delegationCredentialId === null && destination.credentialId === connection.credentialId;
}
