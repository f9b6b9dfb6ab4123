import { appOfType } from "../apps.ts";
import { type BusyTime, busyInWindow } from "../busy-times.ts";
import type { ApiRequest, Route } from "../context.ts";
import { ownCredential } from "../credentials.ts";
import { httpError, validationError } from "../envelope.ts";
import { readThrough } from "../faults.ts";
import { dateRule, validateFields } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import type { Connection } from "../world.ts";

interface CalendarToLoad {
  credentialId: number;
  externalId: string;
}

/** Integrations that take a refused request for an empty calendar. */
const SWALLOWS_FAILURES = ["apple_calendar", "caldav_calendar"];

/** `GET /v2/calendars/busy-times`: reads the named calendars only, and leaves the destination alone. */
export const busyTimesRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars\/busy-times$/,
  handle: busyTimes,
};

function busyTimes({ user, query }: ApiRequest): Reply {
  const fields = Object.fromEntries(query);
  validateFields(fields, [dateRule("dateFrom"), dateRule("dateTo")]);
  const calendars = calendarsToLoad(query);
  if (!query.get("timeZone") && !query.get("loggedInUsersTz")) {
    throw httpError(400, "Either timeZone or loggedInUsersTz must be provided");
  }
  const wanted = calendars.map((calendar) => {
    const connection = ownCredential(user, calendar.credentialId);
    if (connection === undefined) {
      throw httpError(401, "These credentials do not belong to you");
    }
    return { connection, calendar };
  });
  const readable = new Map<Connection, boolean>();
  for (const { connection } of wanted) {
    if (!readable.has(connection)) {
      readable.set(connection, readProvider(connection));
    }
  }
  const data = wanted
    .filter(({ connection }) => readable.get(connection))
    .flatMap(({ connection, calendar }) =>
      busyOf(connection, calendar, fields.dateFrom ?? "", fields.dateTo ?? ""),
    );
  return success(data);
}

/** The bracket syntax only: flat `credentialId` and `externalId` are not understood. */
function calendarsToLoad(query: URLSearchParams): CalendarToLoad[] {
  const byIndex = new Map<string, Record<string, string>>();
  for (const [name, value] of query) {
    const match = /^calendarsToLoad\[(\d+)\]\[(credentialId|externalId)\]$/.exec(name);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      byIndex.set(match[1], { ...byIndex.get(match[1]), [match[2]]: value });
    }
  }
  const calendars = [...byIndex.values()];
  const isComplete = calendars.every(
    (item) => item.externalId && Number.isInteger(Number(item.credentialId ?? "x")),
  );
  if (calendars.length === 0 || !isComplete) {
    const constraints = { isArray: "calendarsToLoad must be an array" };
    throw validationError([
      { target: Object.fromEntries(query), value: calendars, property: "calendarsToLoad", constraints },
    ]);
  }
  return calendars.map((item) => ({
    credentialId: Number(item.credentialId),
    externalId: item.externalId ?? "",
  }));
}

/** Whether there is anything to read: a credential that is flagged invalid is passed over without a word. */
function readProvider(connection: Connection): boolean {
  if (connection.invalid) {
    return false;
  }
  const isRead = readThrough(connection.fault).kind === "calendars";
  if (!isRead && !SWALLOWS_FAILURES.includes(connection.type)) {
    throw httpError(500, "Unable to fetch connected calendars events. Please try again later.");
  }
  return isRead;
}

function busyOf(
  connection: Connection,
  wanted: CalendarToLoad,
  dateFrom: string,
  dateTo: string,
): BusyTime[] {
  const calendar = connection.calendars.find(
    (candidate) => candidate.externalId === wanted.externalId && !candidate.dropped,
  );
  const source = appOfType(connection.type)?.slug ?? connection.type;
  return calendar === undefined ? [] : busyInWindow(calendar.busy, dateFrom, dateTo, source);
}
