import { createDestinationRow } from "../destination.ts";
import type { ProviderCalendar } from "../world.ts";
import type { Action } from "./action.ts";
import { type Fields, flagField, optionalWhole, textField } from "./fields.ts";
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
  select: ({ world, cache }, fields) => {
    const { user, connection, calendar } = calendarMeant(world, fields);
    const { externalId } = calendar;
    if (!user.selections.some((selection) => selection.externalId === externalId)) {
      const { type: integration, delegationCredentialId } = connection;
      const credentialId = delegationCredentialId === null ? connection.credentialId : null;
      user.selections.push({ integration, externalId, credentialId, delegationCredentialId });
    }
    cache.clear(user.id);
    return `${shownName(calendar)} is checked for conflicts.`;
  },
  unselect: ({ world, cache }, fields) => {
    const { user, calendar } = calendarMeant(world, fields);
    user.selections = user.selections.filter(({ externalId }) => externalId !== calendar.externalId);
    cache.clear(user.id);
    return `${shownName(calendar)} is not checked for conflicts.`;
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
  destination: ({ world, cache }, fields) => {
    const { user, connection, calendar } = calendarMeant(world, fields);
    const { credentialId, delegationCredentialId, type } = connection;
    user.destination = {
      ...(user.destination ?? createDestinationRow(user, undefined)),
      integration: type,
      externalId: calendar.externalId,
      credentialId: delegationCredentialId === null ? credentialId : null,
      delegationCredentialId,
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
    const row = { integration, externalId: calendar.externalId, credentialId, delegationCredentialId };
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
