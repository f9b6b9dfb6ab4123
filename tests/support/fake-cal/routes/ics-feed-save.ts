import type { ApiRequest, Route } from "../context.ts";
import { takeCredentialId } from "../credentials.ts";
import { httpError } from "../envelope.ts";
import { type FieldRule, fieldsOf, validateFields } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import { icsConnection } from "../scenarios/build.ts";
import type { User } from "../world.ts";

const TYPE = "ics-feed_calendar";

/**
 * `POST /v2/calendars/ics-feed/save`: every save makes another credential, and selects nothing. A list that is kept stays
 * as it is.
 */
export const icsFeedSaveRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/calendars\/ics-feed\/save$/,
  scope: "APPS_WRITE",
  handle: saveFeeds,
};

function saveFeeds({ user, context, body }: ApiRequest): Reply {
  const fields = fieldsOf(body);
  validateFields(fields, [urlsRule()]);
  const urls = (Array.isArray(fields.urls) ? fields.urls : []).map(String);
  if (!urls.every((url) => canBeRead(user, url))) {
    throw httpError(400, "Could not add ICS feeds, try using private ics feed.");
  }
  const id = takeCredentialId(context.world);
  const feeds = urls.map((url) => ({ externalId: url, name: null }));
  user.connections.push(icsConnection(id, feeds));
  return success({ id, type: TYPE, userId: user.id, teamId: null, appId: "ics-feed", invalid: false }, 201);
}

function urlsRule(): FieldRule {
  return {
    property: "urls",
    checks: {
      isArray: { holds: Array.isArray, message: "urls must be an array" },
      arrayNotEmpty: {
        holds: (value) => Array.isArray(value) && value.length > 0,
        message: "urls should not be empty",
      },
      IsICSUrlConstraint: {
        holds: (value) => Array.isArray(value) && value.every(isFeedAddress),
        message: "The URL must be a valid ICS URL (ending with .ics)",
      },
    },
  };
}

function isFeedAddress(value: unknown): boolean {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname.endsWith(".ics");
}

/** Nothing is downloaded here: a feed fails whose host cannot exist, or that the user's own connections have lost. */
function canBeRead(user: User, url: string): boolean {
  const known = user.connections.flatMap(({ calendars }) => calendars);
  const isLost = known.some(({ externalId, dropped }) => externalId === url && dropped);
  return !isLost && !new URL(url).hostname.endsWith(".invalid");
}
