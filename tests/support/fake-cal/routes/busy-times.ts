import { appOfType } from "../apps.ts";
import { type BusyTime, isIn, type Window, weeklyBusyIn, windowOf } from "../busy-times.ts";
import type { ApiRequest, Route } from "../context.ts";
import { ownCredential } from "../credentials.ts";
import { httpError, validationError } from "../envelope.ts";
import { readThrough } from "../faults.ts";
import { dateRule, validateFields } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import type { Connection, ProviderCalendar } from "../world.ts";

interface CalendarToLoad {
  credentialId: number;
  externalId: string;
}

/** Integrations that take a refused request for an empty calendar. */
const SWALLOWS_FAILURES = ["apple_calendar", "caldav_calendar", "lark_calendar"];

/** `GET /v2/calendars/busy-times`: reads the named calendars only, and leaves the destination alone. */
export const busyTimesRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars\/busy-times$/,
  scope: "APPS_READ",
  handle: busyTimes,
};

function busyTimes({ user, query }: ApiRequest): Reply {
  const fields = Object.fromEntries(query);
  validateFields(fields, [dateRule("dateFrom"), dateRule("dateTo")]);
  const calendars = calendarsToLoad(query);
  if (!query.get("timeZone") && !query.get("loggedInUsersTz")) {
    throw httpError(400, "Either timeZone or loggedInUsersTz must be provided");
  }
  const wanted = new Map<Connection, CalendarToLoad[]>();
  for (const calendar of calendars) {
    const connection = ownCredential(user, calendar.credentialId);
    if (connection === undefined) {
      throw httpError(401, "These credentials do not belong to you");
    }
    wanted.set(connection, [...(wanted.get(connection) ?? []), calendar]);
  }
  const window = windowOf(fields.dateFrom ?? "", fields.dateTo ?? "");
  const readable = [...wanted].filter(([connection]) => readProvider(connection));
  return success(readable.flatMap(([connection, calendars]) => busyOf(connection, calendars, window)));
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

/** A feed's credential answers with all of its feeds, whichever is asked for; of the others each calendar for itself. */
function busyOf(connection: Connection, wanted: CalendarToLoad[], window: Window): BusyTime[] {
  const source = appOfType(connection.type)?.slug ?? connection.type;
  const present = connection.calendars.filter((calendar) => !calendar.dropped);
  if (connection.type === "ics-feed_calendar") {
    return present.flatMap((feed) => feedBusy(feed, window, source));
  }
  return wanted.flatMap(({ externalId }) => {
    const calendar = present.find((candidate) => candidate.externalId === externalId);
    return calendar === undefined ? [] : calendarBusy(calendar, window, source);
  });
}

function calendarBusy({ busy, appointments = [] }: ProviderCalendar, window: Window, source: string) {
  const once = appointments.filter((appointment) => isIn(window, appointment));
  return [
    ...weeklyBusyIn(window, busy, source),
    ...once.map(({ start, end }): BusyTime => ({ start, end, source })),
  ];
}

/** Feeds give away their titles, and whatever happens once, be it in the window or not. */
function feedBusy({ busy, appointments = [], name }: ProviderCalendar, window: Window, source: string) {
  return [
    ...weeklyBusyIn(window, busy, source).map((time): BusyTime => ({ ...time, title: name ?? "Busy" })),
    ...appointments.map(({ start, end, title }): BusyTime => ({ start, end, source, title })),
  ];
}
