import { appName, appOfType } from "../apps.ts";
import { addConnection } from "../connecting.ts";
import { takeCredentialId } from "../credentials.ts";
import { removeConnection, removeInWebApp } from "../removing.ts";
import { connect } from "../scenarios/build.ts";
import type { Connection } from "../world.ts";
import type { Action } from "./action.ts";
import { ControlError, choiceField, optionalWhole, textField } from "./fields.ts";
import { connectionMeant, usersMeant } from "./find.ts";

/** Who removes a connection: Cal.com's API, or a person in its web app, where more goes with it. */
const REMOVERS = ["api", "web-app"] as const;

/** What a person does about their accounts in Cal.com's web app. */
export const ACCOUNT_ACTIONS: Record<string, Action> = {
  connect: ({ world, cache }, fields) => {
    const type = textField(fields, "type");
    if (appOfType(type) === undefined) {
      throw new ControlError(`"type" must be a calendar app such as google_calendar, but is "${type}".`);
    }
    const email = textField(fields, "email");
    const id = optionalWhole(fields, "credentialId", 1) ?? takeCredentialId(world);
    const calendars = [{ externalId: email, name: email, primary: true, selected: false }];
    for (const user of usersMeant(world, fields).slice(0, 1)) {
      addConnection(user, connect(type, id, email, calendars).connection);
      cache.clear(user.id);
    }
    return `${appName(type)} is connected as ${id}.`;
  },
  "add-again": ({ world, cache }, fields) => {
    const { user, connection } = connectionMeant(world, fields);
    const id = optionalWhole(fields, "newCredentialId", 1) ?? takeCredentialId(world);
    const added = addConnection(user, anotherOf(connection, id));
    cache.clear(user.id);
    return added === connection
      ? `${appName(connection.type)} ${connection.credentialId} is updated in place.`
      : `${appName(connection.type)} is connected once more, as ${id}; ${connection.credentialId} is still there.`;
  },
  disconnect: ({ world, cache }, fields) => {
    const { user, connection } = connectionMeant(world, fields);
    const as = fields.as === undefined ? "api" : choiceField(fields, "as", REMOVERS);
    if (as === "api") {
      removeConnection(user, connection);
    } else {
      removeInWebApp(user, connection, world.server.older);
    }
    cache.clear(user.id);
    return `${appName(connection.type)} ${connection.credentialId} is removed.`;
  },
};

/** The same account at the provider, seen through a new credential. */
function anotherOf(connection: Connection, credentialId: number): Connection {
  return {
    ...structuredClone(connection),
    credentialId,
    fault: { kind: "none" },
    slowMs: 0,
    invalid: false,
  };
}
