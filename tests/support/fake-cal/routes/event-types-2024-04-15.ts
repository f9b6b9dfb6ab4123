import type { Route } from "../context.ts";
import { success } from "../reply.ts";

/** `GET /v2/event-types` as it was in the first version, which is what comes without the header: groups of event types. */
export const oldEventTypesRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/event-types$/,
  scope: "EVENT_TYPE_READ",
  versions: ["2024-04-15", "2024-06-11"],
  handle: ({ user }) => {
    const eventTypes = user.eventTypes.map(({ id, title, slug, hidden, lengthInMinutes }) => ({
      id,
      title,
      slug,
      length: lengthInMinutes,
      hidden,
      position: 0,
    }));
    const profile = { slug: user.username, name: user.name, image: null };
    return success({ eventTypeGroups: [{ teamId: null, profile, eventTypes }], profiles: [profile] });
  },
};
