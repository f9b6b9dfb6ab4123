import type { Destination } from "../../cal-api/observation.ts";
import type {
  AccountState,
  RememberedCalendar,
  RememberedConnection,
} from "../../core/model/account-state.ts";
import { fingerprint } from "../fingerprint.ts";
import { orNull, type Pseudonyms } from "../pseudonyms.ts";
import { redacted, shortened } from "../redact.ts";
import { utc } from "./servers.ts";

const MOST_CALENDARS = 200;
const MOST_CONNECTIONS = 200;
const FEED = "ics-feed_calendar";

/** Connections and calendars as they are remembered, with stand-ins for ids. */
export function calendarLines(state: AccountState, names: Pseudonyms, words: ReadonlySet<string>): string[] {
  const { connections, destination } = state;
  const calendars = connections.reduce((sum, connection) => sum + connection.calendars.length, 0);
  let room = MOST_CALENDARS;
  const lines = connections.slice(0, MOST_CONNECTIONS).flatMap((connection) => {
    const shown = connection.calendars.slice(0, room);
    room -= shown.length;
    return [
      ...connectionLines(connection, names, words),
      ...shown.map((calendar) => `      ${calendarLine(calendar, connection, names)}`),
    ];
  });
  return [
    `  Connections: ${connections.length}, calendars: ${calendars}`,
    ...lines,
    ...more(calendars - (MOST_CALENDARS - room), "calendars"),
    ...more(connections.length - MOST_CONNECTIONS, "connections"),
    `  Destination: ${destinationText(destination.current, names)}`,
    `  Remembered destination: ${destinationText(destination.remembered, names)}`,
  ];
}

export function more(number: number, what: string): string[] {
  return number > 0 ? [`    and ${number} more ${what}`] : [];
}

function connectionLines(
  connection: RememberedConnection,
  names: Pseudonyms,
  words: ReadonlySet<string>,
): string[] {
  const { condition, message, lastGoodAt, malformedCalendars, breaks, earlierBreaks, replacedBy } =
    connection;
  const { notKept = 0 } = connection;
  const unkept = notKept > 0 ? `, no room for ${notKept} more calendars` : "";
  const left = malformedCalendars > 0 ? `, ${malformedCalendars} malformed calendars left out` : "";
  const broke = breaks.length > 0 ? `, breaks: ${breaks.length}` : "";
  const before = earlierBreaks.length > 0 ? `, breaks of those before it: ${earlierBreaks.length}` : "";
  return [
    `    ${connectionName(connection, names)}: ${condition}, last healthy ${utc(lastGoodAt)}${left}${unkept}${broke}${before}`,
    ...(replacedBy === null ? [] : [`      replaced by: ${connectionName(replacedBy, names)}`]),
    ...(message === null ? [] : [`      message: ${redacted(message, words)}`]),
  ];
}

type Id = Pick<RememberedConnection, "integration" | "credentialId" | "delegationCredentialId">;

export function connectionName(
  { integration, credentialId, delegationCredentialId }: Id,
  names: Pseudonyms,
): string {
  const id = orNull(credentialId, (one) => names.credential(one)) ?? "unknown";
  const delegation = orNull(delegationCredentialId, (one) => names.delegation(fingerprint(one)));
  return `connection ${id}${delegation ? ` ${delegation}` : ""} (${names.type(integration) || "unknown app"})`;
}

function calendarLine(calendar: RememberedCalendar, connection: Id, names: Pseudonyms): string {
  const { externalId, primary, isSelected, readOnly, missing } = calendar;
  const flags = [
    primary && "primary",
    isSelected ? "selected" : "not selected",
    readOnly && "read-only",
    missing && "missing",
  ].filter((flag) => flag !== false);
  const name = nameOf(calendar, connection);
  return `${names.calendar(fingerprint(externalId))} ${name}: ${flags.join(", ")}`;
}

/** Both the name and the id of a feed may be its secret address. */
function nameOf({ name, email, integration }: RememberedCalendar, connection: Id): string {
  if (integration === FEED || connection.integration === FEED) return "ICS feed";
  const given = [name, email]
    .filter((one) => one !== null && one.trim() !== "")
    .map((one) => shortened(one ?? ""));
  return given.length === 0 ? "(no name)" : `"${[...new Set(given)].join(" ")}"`;
}

function destinationText(destination: Destination | null, names: Pseudonyms): string {
  if (destination === null) return "none";
  const { integration, externalId, credentialId, delegationCredentialId } = destination;
  const type = orNull(integration, (one) => names.type(one)) ?? "app not named";
  const id = orNull(credentialId, (one) => names.credential(one)) ?? "none";
  const delegation = orNull(delegationCredentialId, (one) => names.delegation(fingerprint(one)));
  return `${names.calendar(fingerprint(externalId))} (${type}), connection ${id}${delegation ? ` ${delegation}` : ""}`;
}
