import type { Answer, AnsweredCalendar, AnsweredConnection, Destination } from "../../cal-api/observation.ts";
import { isAddedTo, isOwnCredential, sameDestination } from "../calendars/destination.ts";
import type { AccountState } from "../model/account-state.ts";
import type { ConnectionId } from "../model/subject.ts";

interface Place {
  connection: AnsweredConnection;
  calendar: AnsweredCalendar;
}

/** Where an answer lists the calendar of a destination. */
export function placesOf({ connections }: Answer, destination: Destination): Place[] {
  return connections.flatMap((connection) =>
    connection.calendars
      .filter(({ externalId, integration }) =>
        sameDestination({ externalId, integration: integration ?? connection.type }, destination),
      )
      .map((calendar) => ({ connection, calendar })),
  );
}

/**
 * Whether the destination of an answer was written by the very reading that led to it. Cal.com then points it at the main
 * calendar of the first connection, and shows the row as it is stored: without the calendar's name, and with the credential that
 * it had. In every other answer the calendar that it found stands over that. So nothing that a person or another program set
 * passes for it. (Cal.com's API behaviour, the side effects of reading.)
 * @param wanted where bookings are to go; no answer says anything while it was never shown with a name
 * @param before what was known before the answer
 */
export function isWrittenByReading(
  answer: Answer,
  destination: Destination,
  wanted: Destination,
  before: AccountState,
): boolean {
  if (wanted.name === null || !isMainOfFirst(answer, destination)) return false;
  const places = placesOf(answer, destination);
  const isOwn = places.some(({ connection }) => isOwnCredential(destination, idOf(connection)));
  const isNameless = destination.name === null && places.every(({ calendar }) => calendar.name !== null);
  if (isOwn) return isNameless;
  // Another row's credential: somebody had set another destination, before that broke, too.
  return destination.credentialId === null || wasThrough(before, wanted, destination);
}

function isMainOfFirst({ connections }: Answer, { externalId, integration }: Destination): boolean {
  const [first] = connections;
  return (
    first?.condition === "healthy" &&
    first.primaryExternalId === externalId &&
    (integration === null || integration === first.type)
  );
}

/** Whether the wanted calendar was reached through the connection that the row of this destination names. */
function wasThrough({ connections }: AccountState, wanted: Destination, row: Destination): boolean {
  return connections.some(
    (connection) =>
      isOwnCredential(row, connection) &&
      connection.calendars.some((calendar) => isAddedTo(wanted, calendar, connection)),
  );
}

function idOf({ type, credentialId, delegationCredentialId }: AnsweredConnection): ConnectionId {
  return {
    integration: type ?? "",
    credentialId,
    delegationCredentialId: delegationCredentialId ?? null,
  };
}
