import type {
  Answer,
  AnsweredConnection,
  AnsweredDestination,
  Destination,
} from "../../cal-api/observation.ts";
import type { LoggedAnswer, LoggedConnection, LoggedDestination } from "../../core/model/checks-log.ts";
import { fingerprint } from "../fingerprint.ts";
import { redacted } from "../redact.ts";
import { calendarCode, calendarOf, nameMark } from "./calendar-code.ts";

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
      calendars: calendars.map((each) =>
        calendarCode({ ...each, externalId: fingerprint(each.externalId), name: nameMark(each.name) }, type),
      ),
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

/** The answer that was logged, under the ids of the log. */
export function answerOf({ connections, destination }: LoggedAnswer): Answer {
  return {
    connections: connections.map(connectionOf),
    destination: destinationOf(destination),
    eventTypes: null,
  };
}

function connectionOf(logged: LoggedConnection): AnsweredConnection {
  const { type, id, delegation, calendars = [], malformed = 0, message = null, primary = null } = logged;
  return {
    type,
    credentialId: id,
    delegationCredentialId: delegation,
    appName: null,
    appSlug: null,
    condition: conditionOf(logged),
    message,
    primaryExternalId: primary,
    calendars: calendars.map((code) => ({ ...calendarOf(code), email: null })),
    malformedCalendars: malformed,
  };
}

export function conditionOf(logged: LoggedConnection): AnsweredConnection["condition"] {
  const { type, id, calendars = [], malformed = 0 } = logged;
  if (type === null || id === null) return "malformed";
  if (calendars.length > 0) return "healthy";
  return malformed > 0 ? "malformed" : "broken";
}

function destinationOf(logged: LoggedAnswer["destination"]): AnsweredDestination {
  if (logged === "unknown") return { kind: "unknown" };
  if (logged === null) return { kind: "blank" };
  const { type, calendar, id, delegation } = logged;
  return {
    kind: "set",
    destination: {
      integration: type,
      externalId: calendar,
      name: null,
      credentialId: id,
      delegationCredentialId: delegation,
    },
    writtenAt: null,
  };
}
