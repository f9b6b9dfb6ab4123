import type { AnsweredEventType, Rejection } from "../../cal-api/observation.ts";
import type {
  LoggedAnswer,
  LoggedCheck,
  LoggedConnection,
  LoggedEventTypes,
} from "../../core/model/checks-log.ts";
import { calendarOf } from "../log/calendar-code.ts";
import { eventTypeOf } from "../log/event-type-code.ts";
import { conditionOf } from "../log/logged-answer.ts";
import { isRejection } from "../log/logged-check.ts";
import { orNull, type Pseudonyms } from "../pseudonyms.ts";
import { redacted } from "../redact.ts";

/**
 * A body of `GET /v2/calendars` that is read as the logged answer, with stand-ins for its ids.
 * @param words that must not be in a message, in lower case
 */
export function bodyOf(
  { connections, destination }: LoggedAnswer,
  names: Pseudonyms,
  words: ReadonlySet<string>,
) {
  return {
    status: "success",
    data: {
      connectedCalendars: connections.map((connection) => entryOf(connection, names, words)),
      destinationCalendar: destinationOf(destination, names),
    },
  };
}

function entryOf(connection: LoggedConnection, names: Pseudonyms, words: ReadonlySet<string>) {
  const { type, id, delegation, calendars = [], malformed = 0, message, primary } = connection;
  const whole = calendars.map((code) => calendar(code, names));
  const all = [...whole, ...Array.from({ length: malformed }, () => ({}))];
  return {
    ...(type !== null && { integration: { type: names.type(type) } }),
    ...(id !== null && { credentialId: names.credential(id) }),
    ...(delegation !== undefined && {
      delegationCredentialId: orNull(delegation, (one) => names.delegation(one)),
    }),
    ...(primary !== undefined && { primary: { externalId: names.calendar(primary) } }),
    ...((all.length > 0 || conditionOf(connection) === "healthy") && { calendars: all }),
    ...(message !== undefined && { error: { message: redacted(message, words) } }),
  };
}

function calendar(code: string, names: Pseudonyms) {
  const { externalId, name, primary, readOnly, isSelected, integration } = calendarOf(code);
  return {
    externalId: names.calendar(externalId),
    ...(name !== null && { name: names.calendarName(name) }),
    ...(integration !== null && { integration: names.type(integration) }),
    primary: primary || null,
    readOnly,
    isSelected,
  };
}

function destinationOf(destination: LoggedAnswer["destination"], names: Pseudonyms) {
  // A text is of a wrong type there, which is what `unknown` says.
  if (destination === "unknown") return "unknown";
  if (destination === null) return {};
  const { type, calendar, id, delegation } = destination;
  return {
    integration: orNull(type, (one) => names.type(one)),
    externalId: names.calendar(calendar),
    credentialId: orNull(id, (one) => names.credential(one)),
    delegationCredentialId: orNull(delegation, (one) => names.delegation(one)),
  };
}

/** A body of `GET /v2/event-types` that is read as what was logged, with stand-ins for the calendars. */
export function eventTypesBodyOf({ types, malformed = 0 }: LoggedEventTypes, names: Pseudonyms) {
  const data = [
    ...types.map((code) => {
      const { id, destination } = eventTypeOf(code);
      return { id, ...ownDestinationOf(destination, names) };
    }),
    ...Array.from({ length: malformed }, () => ({})),
  ];
  return { status: "success", data };
}

/** Cal.com leaves the key out where there is none. */
function ownDestinationOf(destination: AnsweredEventType["destination"], names: Pseudonyms) {
  if (destination === null) return {};
  // A text is of a wrong type there, and says nothing.
  if (destination === undefined) return { destinationCalendar: "unknown" };
  const { integration, externalId } = destination;
  const app = orNull(integration, (one) => names.type(one));
  return { destinationCalendar: { integration: app, externalId: names.calendar(externalId) } };
}

/** Messages that are read as each reason; Cal.com's own may hold more than is anybody's business. */
const REFUSALS: Record<Rejection, { status: number; message: string }> = {
  invalid: { status: 401, message: "The API key is not valid" },
  expired: { status: 401, message: "The API key is expired" },
  forbidden: { status: 403, message: "Forbidden" },
  scope: { status: 403, message: "insufficient_scope" },
  licence: { status: 401, message: "No valid license" },
};

/**
 * What a check that brought no good answer is in a recording.
 * @param words that must not be in a message, in lower case
 */
export function outcomeOf(
  { outcome, status, wait, message = "error" }: LoggedCheck,
  words: ReadonlySet<string>,
): Record<string, unknown> {
  if (isRejection(outcome)) {
    const refusal = REFUSALS[outcome];
    return { status: isStatus(status) ? status : refusal.status, body: envelope(refusal.message) };
  }
  const headers = wait === undefined ? {} : { headers: { "Retry-After": String(wait) } };
  switch (outcome) {
    case "offline":
      return { network: "offline" };
    case "timed-out":
      return { network: "timeout" };
    case "redirected":
      return { network: "redirect" };
    case "rate-limited":
      return { status: 429, text: "", ...headers };
    case "cal-error":
      return isStatus(status)
        ? { status, body: envelope(redacted(message, words)), ...headers }
        : { network: "reset" };
    case "server-failed":
    case "not-cal-api":
      return isStatus(status) ? { status, text: "", ...headers } : { network: "reset" };
    case "unreachable":
    case "too-large":
    case "no-key":
    case "no-permission":
    case "answer":
      return { network: "reset" };
  }
}

const envelope = (message: string) => ({ status: "error", error: { code: "Refused", message } });

const isStatus = (status: number | undefined): status is number =>
  status !== undefined && Number.isInteger(status) && status >= 100 && status <= 999;
