import { addConnection } from "../connecting.ts";
import type { ApiRequest, Route } from "../context.ts";
import { takeCredentialId } from "../credentials.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf, stringRule, validateFields } from "../fields.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { connect } from "../scenarios/build.ts";
import { unknownTypeError } from "./calendar-types.ts";

/** The one password that Apple refuses here. */
const REFUSED = "wrong";

/** `POST /v2/calendars/apple/credentials`: adds an Apple ID, or updates the one that is connected. */
export const appleCredentialsRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/calendars\/([^/]+)\/credentials$/,
  scope: "APPS_WRITE",
  handle: saveCredentials,
};

function saveCredentials({ user, context, params, body }: ApiRequest): Reply {
  if (params[0] !== "apple") {
    throw unknownTypeError();
  }
  const fields = fieldsOf(body);
  validateFields(fields, [stringRule("username"), stringRule("password")]);
  const username = String(fields.username);
  const password = String(fields.password);
  if (username.length <= 1 || password.length <= 1) {
    throw httpError(400, "Username or password cannot be empty");
  }
  if (password === REFUSED) {
    throw httpError(400, "Could not add this apple calendar account: Invalid credentials");
  }
  const externalId = `https://caldav.icloud.com/${encodeURIComponent(username)}/calendars/home/`;
  const isKnown = user.connections.some(
    ({ type, accountEmail }) => type === "apple_calendar" && accountEmail === username,
  );
  const id = isKnown ? 0 : takeCredentialId(context.world);
  addConnection(user, connect("apple_calendar", id, username, [{ externalId, name: "Home" }]).connection);
  context.cache.clear(user.id);
  return jsonReply(201, { status: "success" });
}
