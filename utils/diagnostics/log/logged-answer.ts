import type {
  Answer,
  AnsweredConnection,
  AnsweredDestination,
  Destination,
} from "../../cal-api/observation.ts";
import type { LoggedAnswer, LoggedConnection, LoggedDestination } from "../../core/model/checks-log.ts";
import { fingerprint } from "../fingerprint.ts";
import { redacted } from "../redact.ts";
import { calendarCode } from "./calendar-code.ts";

/** That there are any is what counts. */
const MOST_MALFORMED = 1_000;

/** What has to be kept of a good answer to replay it. */
export function loggedAnswer({ connections, destination }: Answer): LoggedAnswer {
  return { connections: connections.map(loggedConnection), destination: answeredDestination(destination) };
}

function loggedConnection(connection: AnsweredConnection): LoggedConnection {
  const { type, credentialId, delegationCredentialId, message, primaryExternalId } = connection;
  const { calendars, malformedCalendars } = connection;
  return {
    type,
    id: credentialId,
    ...(delegationCredentialId !== undefined && { delegation: hashed(delegationCredentialId) }),
    ...(calendars.length > 0 && {
      calendars: calendars.map((each) => calendarCode(each, type, fingerprint(each.externalId))),
    }),
    ...(malformedCalendars > 0 && { malformed: Math.min(malformedCalendars, MOST_MALFORMED) }),
    ...(message !== null && { message: redacted(message) }),
    ...(primaryExternalId !== null && { primary: fingerprint(primaryExternalId) }),
  };
}

export const hashed = (id: string | null) => (id === null ? null : fingerprint(id));

function answeredDestination(answered: AnsweredDestination): LoggedAnswer["destination"] {
  if (answered.kind === "set") return loggedDestination(answered.destination);
  return answered.kind === "blank" ? null : "unknown";
}

/** @param name what ids are called in the log */
export function loggedDestination(destination: Destination, name = fingerprint): LoggedDestination {
  const { integration, externalId, credentialId, delegationCredentialId } = destination;
  return {
    type: integration,
    calendar: name(externalId),
    id: credentialId,
    delegation: delegationCredentialId === null ? null : name(delegationCredentialId),
  };
}
