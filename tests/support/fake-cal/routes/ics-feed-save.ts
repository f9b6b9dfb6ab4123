import type { ApiRequest, Route } from "../context.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import { icsConnection } from "../scenarios/build.ts";

const TYPE = "ics-feed_calendar";

/** `POST /v2/calendars/ics-feed/save`: one credential holds every feed of the user, and saving replaces them all. */
export const icsFeedSaveRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/calendars\/ics-feed\/save$/,
  handle: saveFeeds,
};

function saveFeeds({ user, context, body }: ApiRequest): Reply {
  const { urls } = fieldsOf(body);
  if (!Array.isArray(urls) || urls.length === 0 || !urls.every(isFeedAddress)) {
    throw httpError(400, "Could not add ICS feeds, try using private ics feed.");
  }
  const known = user.connections.find((connection) => connection.type === TYPE);
  const ids = context.world.users.flatMap(({ connections }) =>
    connections.map(({ credentialId }) => credentialId),
  );
  const id = known?.credentialId ?? Math.max(400, ...ids) + 1;
  const fresh = icsConnection(
    id,
    urls.map((url: string) => ({ externalId: url, name: null })),
  );
  user.connections = [...user.connections.filter((connection) => connection !== known), fresh];
  return success({ id, type: TYPE, userId: user.id, teamId: null, appId: "ics-feed", invalid: false }, 201);
}

/** Nothing is downloaded here: an address counts as a feed when it ends as one does. */
function isFeedAddress(value: unknown): boolean {
  return typeof value === "string" && /^https?:\/\/[^\s/]+\/\S*\.ics$/.test(value);
}
