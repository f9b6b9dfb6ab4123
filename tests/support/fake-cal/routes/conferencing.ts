import type { Route } from "../context.ts";
import { success } from "../reply.ts";

/** `GET /v2/conferencing`: the user's credentials of video apps, of which Cal Video has none. No live test. */
export const conferencingRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/conferencing$/,
  scope: "APPS_READ",
  handle: ({ user }) =>
    success(user.conferencing.map(({ id, type, invalid }) => ({ id, type, userId: user.id, invalid }))),
};
