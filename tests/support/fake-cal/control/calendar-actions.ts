import { isoTime } from "../clock.ts";
import { credentialOf } from "../credentials.ts";
import { createDestinationRow } from "../destination.ts";
import type { ProviderCalendar } from "../world.ts";
import type { Action } from "./action.ts";
import { type Fields, flagField, optionalText, optionalWhole, textField } from "./fields.ts";
import { calendarMeant, connectionMeant, usersMeant } from "./find.ts";

/** Integrations that pass on whether a calendar can be written. */
const TELLS_READ_ONLY = ["google_calendar", "office365_calendar", "ics-feed_calendar"];

/** What can happen to one calendar, at its provider or on Cal.com's settings page. */
export const CALENDAR_ACTIONS: Record<string, Action> = {
  drop: ({ world }, fields) => {
    const { calendar } = calendarMeant(world, fields);
    calendar.dropped = true;
    return `${shownName(calendar)} has vanished from its provider.`;
  },
  bring: ({ world }, fields) => {
    const { calendar } = calendarMeant(world, fields);
    calendar.dropped = false;
    return `${shownName(calendar)} is back.`;
  },
  "read-only": ({ world }, fields) => {
    const { calendar, connection } = calendarMeant(world, fields);
    calendar.writable = !flagField(fields, "readOnly", true);
    const note = TELLS_READ_ONLY.includes(connection.type) ? "" : " This integration does not pass that on.";
    return `${shownName(calendar)} is ${calendar.writable ? "writable" : "read-only"}.${note}`;
  },
  "change-id": ({ world }, fields) => {
    const { calendar } = calendarMeant(world, fields);
    const before = calendar.externalId;
    calendar.externalId = optionalText(fields, "newId") ?? `${before.replace(/=$/, "")}moved=`;
    return `${shownName(calendar)} has the id ${calendar.externalId} at its provider; rows keep the old one.`;
  },
  select: ({ world, cache }, fields) => {
    const { user, connection, calendar } = calendarMeant(world, fields);
    const { externalId } = calendar;
    const eventTypeId = optionalWhole(fields, "eventTypeId") ?? null;
    const isKnown = user.selections.some(
      (row) => row.externalId === externalId && row.eventTypeId === eventTypeId,
    );
    if (!isKnown) {
      const row = { integration: connection.type, externalId, ...credentialOf(connection) };
      user.selections.push({ ...row, eventTypeId });
    }
    cache.clear(user.id);
    return `${shownName(calendar)} is checked for conflicts${eventTypeId === null ? "" : " of an event type"}.`;
  },
  unselect: ({ world, cache }, fields) => {
    const { user, calendar } = calendarMeant(world, fields);
    const eventTypeId = optionalWhole(fields, "eventTypeId") ?? null;
    user.selections = user.selections.filter(
      (row) => row.externalId !== calendar.externalId || row.eventTypeId !== eventTypeId,
    );
    cache.clear(user.id);
    return `${shownName(calendar)} is not checked for conflicts${eventTypeId === null ? "" : " of an event type"}.`;
  },
  rename: ({ world }, fields) => {
    const { calendar } = calendarMeant(world, fields);
    calendar.name = nameField(fields);
    return `The calendar is called ${shownName(calendar)}.`;
  },
  "add-calendar": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    const externalId = textField(fields, "externalId");
    const calendar: ProviderCalendar = {
      externalId,
      name: nameField(fields),
      primary: flagField(fields, "primary", false),
      writable: flagField(fields, "writable", true),
      dropped: false,
      busy: [],
    };
    connection.calendars = [
      ...connection.calendars.filter((known) => known.externalId !== externalId),
      calendar,
    ];
    return `${shownName(calendar)} is new.`;
  },
  destination: ({ world, cache, clock }, fields) => {
    const { user, connection, calendar } = calendarMeant(world, fields);
    user.destination = {
      ...(user.destination ?? createDestinationRow(user, undefined, clock)),
      integration: connection.type,
      externalId: calendar.externalId,
      ...credentialOf(connection),
      updatedAt: isoTime(clock),
    };
    cache.clear(user.id);
    return `Bookings are added to ${shownName(calendar)}.`;
  },
  "no-destination": ({ world, cache }, fields) => {
    for (const user of usersMeant(world, fields)) {
      if (flagField(fields, "blank", false) && user.destination !== null) {
        Object.assign(user.destination, { integration: "", externalId: "" });
      } else {
        user.destination = null;
      }
      cache.clear(user.id);
    }
    return "There is no calendar to add bookings to.";
  },
  "stale-selections": ({ world }, fields) => {
    const { user, connection, calendar } = calendarMeant(world, fields);
    const times = optionalWhole(fields, "times", 1) ?? 1;
    const { type: integration, credentialId, delegationCredentialId } = connection;
    const { externalId } = calendar;
    const row = { integration, externalId, credentialId, delegationCredentialId, eventTypeId: null };
    user.selections.push(...Array.from({ length: times }, () => ({ ...row })));
    return `${shownName(calendar)} has ${times} more row(s) of selection.`;
  },
};

function nameField(fields: Fields): string | null {
  return fields.name === null ? null : textField(fields, "name");
}

function shownName(calendar: ProviderCalendar): string {
  return `"${calendar.name ?? "No name"}"`;
}
