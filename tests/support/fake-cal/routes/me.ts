import type { Route } from "../context.ts";
import { success } from "../reply.ts";

/** `GET /v2/me`: who the key belongs to. Touches no provider and has no side effects. */
export const meRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/me$/,
  scope: "PROFILE_READ",
  handle: ({ user }) =>
    success({
      id: user.id,
      username: user.username,
      email: user.email,
      name: user.name,
      avatarUrl: null,
      bio: null,
      timeFormat: user.timeFormat,
      defaultScheduleId: user.defaultScheduleId,
      weekStart: user.weekStart,
      timeZone: user.timeZone,
      organizationId: user.organizationId,
      ...(user.organizationId === null
        ? {}
        : { organization: { isPlatform: false, id: user.organizationId } }),
    }),
};
