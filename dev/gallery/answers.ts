import type {
  AnsweredCalendar,
  AnsweredConnection,
  AnsweredDestination,
  Failure,
  Observation,
} from "../../utils/cal-api/observation.ts";

/** Something that was seen of Cal.com, and how long ago. */
export interface Seen {
  minutesAgo: number;
  observation: Observation;
}

export function answered(
  minutesAgo: number,
  connections: AnsweredConnection[],
  destination: AnsweredDestination = { kind: "blank" },
): Seen {
  return { minutesAgo, observation: { kind: "answer", answer: { connections, destination } } };
}

export function failed(minutesAgo: number, failure: Failure): Seen {
  return { minutesAgo, observation: { kind: "failure", failure, retryAfterSeconds: null } };
}

/** A calendar that is checked for conflicts and can be written to, unless something else is said. */
export function calendar(name: string | null, differences: Partial<AnsweredCalendar> = {}): AnsweredCalendar {
  return {
    externalId: name ?? "nameless",
    integration: null,
    name,
    email: null,
    primary: false,
    readOnly: false,
    isSelected: true,
    ...differences,
  };
}

export function connection(
  type: string,
  credentialId: number,
  calendars: AnsweredCalendar[],
  differences: Partial<AnsweredConnection> = {},
): AnsweredConnection {
  return {
    type,
    credentialId,
    delegationCredentialId: null,
    appName: null,
    appSlug: type.replace("_", "-"),
    condition: "healthy",
    message: null,
    primaryExternalId: calendars[0]?.externalId ?? null,
    calendars: calendars.map((each) => ({ ...each, integration: type })),
    malformedCalendars: 0,
    ...differences,
  };
}

/** The same connection, as Cal.com lists it when it can't read it. */
export function broken(healthy: AnsweredConnection, message: string): AnsweredConnection {
  return { ...healthy, condition: "broken", message, primaryExternalId: null, calendars: [] };
}

export function destination(from: AnsweredConnection, externalId: string): AnsweredDestination {
  return {
    kind: "set",
    destination: {
      integration: from.type,
      externalId,
      name: from.calendars.find((each) => each.externalId === externalId)?.name ?? null,
      credentialId: from.credentialId,
      delegationCredentialId: null,
    },
  };
}
