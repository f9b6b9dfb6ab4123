import { appOfType } from "../apps.ts";
import type { ApiRequest, Route } from "../context.ts";
import { ownCredential } from "../credentials.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf, integerRule, validateFields } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import { isPathType, unknownTypeError } from "./calendar-types.ts";

/** `POST /v2/calendars/{calendar}/disconnect`: the type in the path is not compared with the credential's. */
export const disconnectRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/calendars\/([^/]+)\/disconnect$/,
  handle: disconnect,
};

function disconnect({ user, context, params, body }: ApiRequest): Reply {
  if (!isPathType(params[0] ?? "")) {
    throw unknownTypeError();
  }
  const fields = fieldsOf(body);
  validateFields(fields, [integerRule("id")]);
  const id = Number(fields.id);
  const credential = ownCredential(user, id);
  if (credential === undefined) {
    throw httpError(404, "Calendar credentials not found");
  }
  user.connections = user.connections.filter((connection) => connection !== credential);
  user.selections = user.selections.filter((selection) => selection.credentialId !== id);
  context.cache.clear(user.id);
  const { type, invalid } = credential;
  return success({ id, type, userId: user.id, teamId: null, appId: appOfType(type)?.slug ?? type, invalid });
}
