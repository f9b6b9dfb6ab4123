import type { ApiRequest, Route } from "../context.ts";
import { httpError } from "../envelope.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { isPathType, PATH_TYPES, unknownTypeError } from "./calendar-types.ts";

interface CheckWords {
  type: string;
  missing: string;
  invalid: string;
  notConnected: string;
}

const WORDS: Record<string, CheckWords> = {
  google: {
    type: PATH_TYPES.google,
    missing: "Credentials for google_calendar not found.",
    invalid: "Invalid google OAuth credentials.",
    notConnected: "Google Calendar not connected.",
  },
  office365: {
    type: PATH_TYPES.office365,
    missing: "Credentials for office_365_calendar not found.",
    invalid: "Invalid office 365 calendar credentials.",
    notConnected: "Office 365 calendar not connected.",
  },
  apple: {
    type: PATH_TYPES.apple,
    missing: "Credentials for apple calendar not found.",
    invalid: "Invalid apple calendar credentials.",
    notConnected: "Apple calendar not connected.",
  },
  "ics-feed": {
    type: "ics-feed_calendar",
    missing: "Credentials for Ics Feed calendar not found.",
    invalid: "Invalid Ics Feed credentials.",
    notConnected: "Ics Feed not connected.",
  },
};

/**
 * `GET /v2/calendars/{calendar}/check`: looks at the first connection of a type only, and answers 401 for a provider
 * that refuses, although the API key is fine. It reads the whole list, with the same side effects.
 */
export const checkRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars\/([^/]+)\/check$/,
  scope: "APPS_READ",
  handle: check,
};

async function check({ user, context, params }: ApiRequest): Promise<Reply> {
  const calendar = params[0] ?? "";
  const words = isPathType(calendar) || calendar === "ics-feed" ? WORDS[calendar] : undefined;
  if (words === undefined) {
    throw unknownTypeError();
  }
  const credential = user.connections.find(
    (connection) => connection.type === words.type && connection.delegationCredentialId === null,
  );
  if (credential === undefined) {
    throw httpError(400, words.missing);
  }
  if (credential.invalid) {
    throw httpError(400, words.invalid);
  }
  const list = await context.cache.read(user, context.world.server);
  const entry = list.connectedCalendars.find(({ integration }) => integration.type === words.type);
  if (entry === undefined) {
    throw httpError(401, words.notConnected);
  }
  if (entry.error?.message) {
    throw httpError(401, entry.error.message);
  }
  return jsonReply(200, { status: "success" });
}
