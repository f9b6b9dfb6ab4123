import { appOfType } from "../apps.ts";
import type { ApiRequest, Route } from "../context.ts";
import { ownCredential } from "../credentials.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf, integerRule, validateFields } from "../fields.ts";
import { removeConnection } from "../removing.ts";
import { type Reply, success } from "../reply.ts";
import { isPathType, unknownTypeError } from "./calendar-types.ts";

/**
 * `POST /v2/calendars/{calendar}/disconnect`: the type in the path is not compared with the credential's. Selections and
 * destinations that were made with the credential go with it.
 */
export const disconnectRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/calendars\/([^/]+)\/disconnect$/,
  scope: "APPS_WRITE",
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
  removeConnection(user, credential);
  context.cache.clear(user.id);
  const { type, invalid } = credential;
  return success({ id, type, userId: user.id, teamId: null, appId: appOfType(type)?.slug ?? type, invalid });
}
