import type { Answer, AnsweredConnection, AnsweredDestination } from "../../cal-api/observation.ts";
import type { LoggedAnswer, LoggedConnection } from "../../core/model/checks-log.ts";
import { calendarOf } from "./calendar-code.ts";

/** The answer that was logged, under the ids of the log. */
export function answerOf({ connections, destination }: LoggedAnswer): Answer {
  return { connections: connections.map(connectionOf), destination: destinationOf(destination) };
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
    calendars: calendars.map((code) => ({ ...calendarOf(code), name: null, email: null })),
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
  };
}
