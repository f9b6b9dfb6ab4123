import type { Route } from "../context.ts";
import { success } from "../reply.ts";

/** `GET /v2/calendars`: always 200, whatever is wrong with a connection, and it may rewrite the destination. */
export const calendarsRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars$/,
  scope: "APPS_READ",
  handle: async ({ user, context }) => success(await context.cache.read(user, context.world.server)),
};
