import { isoTime } from "../clock.ts";
import type { ApiRequest, Route } from "../context.ts";
import { createDestinationRow } from "../destination.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf, stringRule, validateFields } from "../fields.ts";
import type { EventType } from "../meetings.ts";
import { type Reply, success } from "../reply.ts";
import type { User } from "../world.ts";

const VERSIONS = ["2024-06-14"];

/** `GET /v2/event-types`: all that the user owns, hidden ones too, without paging. Asks no provider. */
export const eventTypesRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/event-types$/,
  scope: "EVENT_TYPE_READ",
  versions: VERSIONS,
  anonymous: () => success([]),
  handle: ({ user }) => success(user.eventTypes.map((eventType) => shown(eventType, user))),
};

/**
 * `PATCH /v2/event-types/{id}`: of what can be changed there only the destination, which needs a live writable calendar of
 * any app. It reads the list first, with its side effects. Null changes nothing: the row cannot be cleared here.
 */
export const patchEventTypeRoute: Route = {
  method: "PATCH",
  pattern: /^\/v2\/event-types\/(\d+)$/,
  scope: "EVENT_TYPE_WRITE",
  versions: VERSIONS,
  handle: patchEventType,
};

async function patchEventType({ user, context, params, body }: ApiRequest): Promise<Reply> {
  const { destinationCalendar } = fieldsOf(body);
  const wanted = fieldsOf(destinationCalendar);
  if (destinationCalendar !== undefined && destinationCalendar !== null) {
    validateFields(wanted, [stringRule("integration"), stringRule("externalId")]);
  }
  const eventType = user.eventTypes.find(({ id }) => id === Number(params[0]));
  if (eventType === undefined) {
    throw httpError(404, `Event type with id ${params[0]} not found`);
  }
  if (destinationCalendar !== undefined && destinationCalendar !== null) {
    const list = await context.cache.read(user, context.world.server);
    const found = list.connectedCalendars
      .flatMap((entry) => entry.calendars ?? [])
      .find(
        ({ externalId, integration }) =>
          externalId === wanted.externalId && integration === wanted.integration,
      );
    if (found === undefined) {
      throw httpError(400, "Invalid destinationCalendarId: Calendar does not exist");
    }
    if (found.readOnly) {
      throw httpError(400, "Invalid destinationCalendarId: Calendar does not have write permission");
    }
    eventType.destination = {
      ...createDestinationRow(user, found, context.clock),
      ...(eventType.destination === null ? {} : { id: eventType.destination.id }),
      userId: null,
      eventTypeId: eventType.id,
      updatedAt: isoTime(context.clock),
    };
  }
  return success(shown(eventType, user));
}

function shown(eventType: EventType, user: User) {
  const { id, title, slug, hidden, lengthInMinutes, described = 0, destination } = eventType;
  return {
    id,
    ownerId: user.id,
    lengthInMinutes,
    title,
    slug,
    description: "x".repeat(described),
    locations: [{ type: "integration", integration: "cal-video" }],
    bookingFields: [],
    hidden,
    bookingUrl: `https://cal.com/${user.username}/${slug}`,
    useDestinationCalendarEmail: false,
    ...(destination === null
      ? {}
      : {
          destinationCalendar: {
            integration: destination.integration,
            externalId: destination.externalId,
          },
        }),
  };
}
