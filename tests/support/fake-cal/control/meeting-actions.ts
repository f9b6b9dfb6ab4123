import { book, confirm, type Move } from "../booking.ts";
import { isoTime } from "../clock.ts";
import type { Context } from "../context.ts";
import { credentialOf, takeCredentialId } from "../credentials.ts";
import { createDestinationRow } from "../destination.ts";
import { BOOKING_STATUSES, type Booking, type EventType, type Host } from "../meetings.ts";
import type { User } from "../world.ts";
import type { Action } from "./action.ts";
import {
  ControlError,
  choiceField,
  type Fields,
  flagField,
  optionalText,
  optionalWhole,
  textField,
  wholeField,
} from "./fields.ts";
import { calendarMeant, usersMeant } from "./find.ts";

const DAY_MS = 86_400_000;

const MOVES: readonly Move[] = ["moved", "stays", "lost"];

/** What happens around event types and bookings. */
export const MEETING_ACTIONS: Record<string, Action> = {
  "add-event-type": ({ world }, fields) => {
    const user = userMeant(world.users, fields);
    const title = textField(fields, "title");
    const id = optionalWhole(fields, "eventTypeId", 1) ?? Math.max(3000, ...user.eventTypes.map(idOf)) + 1;
    user.eventTypes.push({
      id,
      title,
      slug: title.toLowerCase().replaceAll(/\W+/g, "-"),
      hidden: flagField(fields, "hidden", false),
      lengthInMinutes: optionalWhole(fields, "minutes", 1) ?? 30,
      described: optionalWhole(fields, "described") ?? 0,
      destination: null,
    });
    return `"${title}" can be booked, with the id ${id}.`;
  },
  "event-type-destination": ({ world, clock }, fields) => {
    if (fields.externalId === null) {
      const eventType = eventTypeMeant(userMeant(world.users, fields), fields);
      eventType.destination = null;
      return `Bookings of "${eventType.title}" go where the others go.`;
    }
    const { user, connection, calendar } = calendarMeant(world, fields);
    const eventType = eventTypeMeant(user, fields);
    eventType.destination = {
      ...(eventType.destination ?? createDestinationRow(user, undefined, clock)),
      integration: connection.type,
      externalId: calendar.externalId,
      ...credentialOf(connection),
      userId: null,
      eventTypeId: eventType.id,
    };
    return `Bookings of "${eventType.title}" are added to "${calendar.name ?? "No name"}".`;
  },
  book: (context, fields) => {
    const user = userMeant(context.world.users, fields);
    const eventType = fields.eventTypeId === undefined ? null : eventTypeMeant(user, fields);
    const move = fields.move === undefined ? "moved" : choiceField(fields, "move", MOVES);
    const booking = book(user, eventType, planned(context, eventType, fields), context.clock, move);
    return `${booking.uid}: ${writtenTo(booking)}.`;
  },
  "booking-status": ({ world, clock }, fields) => {
    const user = userMeant(world.users, fields);
    const uid = textField(fields, "uid");
    const booking = user.bookings.find((known) => known.uid === uid);
    if (booking === undefined) {
      throw new ControlError(`There is no booking "${uid}".`);
    }
    const status = choiceField(fields, "status", BOOKING_STATUSES);
    if (status === "accepted" && booking.status === "pending") {
      confirm(user, booking, clock);
    } else {
      Object.assign(booking, { status, updatedAt: isoTime(clock) });
    }
    return `${uid} is ${status}: ${writtenTo(booking)}.`;
  },
  conferencing: ({ world }, fields) => {
    const user = userMeant(world.users, fields);
    const type = textField(fields, "type");
    const known = user.conferencing.find((credential) => credential.type === type);
    const invalid = flagField(fields, "invalid", false);
    if (known === undefined) {
      user.conferencing.push({ id: takeCredentialId(world), type, invalid });
    } else {
      known.invalid = invalid;
    }
    return `${type} is ${invalid ? "flagged invalid" : "connected"}.`;
  },
};

/** Without a time, tomorrow at this time, for as long as the event type takes. */
function planned({ clock }: Context, eventType: EventType | null, fields: Fields) {
  const start = optionalText(fields, "start") ?? new Date(clock.now() + DAY_MS).toISOString();
  if (Number.isNaN(Date.parse(start))) {
    throw new ControlError(`"start" must be a time in ISO 8601, but is "${start}".`);
  }
  const end = Date.parse(start) + (eventType?.lengthInMinutes ?? 30) * 60_000;
  const name = optionalText(fields, "attendee") ?? "Alex Kim";
  return {
    title: optionalText(fields, "title") ?? `${eventType?.title ?? "Meeting"} with ${name}`,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    status: fields.status === undefined ? "accepted" : choiceField(fields, "status", BOOKING_STATUSES),
    attendees: [{ name, email: "alex@example.org", timeZone: "Europe/Berlin" }],
    rescheduledFromUid: optionalText(fields, "rescheduledFromUid") ?? null,
    recurringBookingUid: optionalText(fields, "recurringBookingUid") ?? null,
    ...(fields.host === undefined ? {} : { host: somebodyElse(textField(fields, "host")) }),
  };
}

/** Somebody whose booking the user sees, as one who is invited or administrates the team. */
function somebodyElse(name: string): Host {
  const username = name.toLowerCase().replaceAll(/\W+/g, "-");
  return { id: 5001, name, email: `${username}@example.com`, username, timeZone: "Europe/Madrid" };
}

function writtenTo({ references, title }: Booking): string {
  const [reference] = references;
  if (reference === undefined) {
    return `"${title}" was not written anywhere`;
  }
  return reference.eventUid === ""
    ? `"${title}" could not be written to ${reference.type}`
    : `"${title}" is in ${reference.type}`;
}

function userMeant(users: User[], fields: Fields): User {
  const [user] = usersMeant({ users }, fields);
  if (user === undefined) {
    throw new ControlError("This world has no user.");
  }
  return user;
}

function eventTypeMeant(user: User, fields: Fields): EventType {
  const id = wholeField(fields, "eventTypeId", 1);
  const found = user.eventTypes.find((eventType) => eventType.id === id);
  if (found === undefined) {
    throw new ControlError(`There is no event type ${id}.`);
  }
  return found;
}

function idOf({ id }: EventType): number {
  return id;
}
