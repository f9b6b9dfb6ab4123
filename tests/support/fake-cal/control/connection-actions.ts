import { appOfType } from "../apps.ts";
import { FAULT_KINDS, type Fault, type FaultKind } from "../faults.ts";
import { connect } from "../scenarios/build.ts";
import type { World } from "../world.ts";
import type { Action } from "./action.ts";
import {
  ControlError,
  choiceField,
  type Fields,
  flagField,
  optionalWhole,
  textField,
  wholeField,
} from "./fields.ts";
import { connectionMeant, usersMeant } from "./find.ts";

/** What can happen to a whole connection, at its provider or in Cal.com. */
export const CONNECTION_ACTIONS: Record<string, Action> = {
  break: ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.fault = faultOf(choiceField(fields, "how", FAULT_KINDS), fields);
    return `${nameOf(connection.type)} ${connection.credentialId}: ${connection.fault.kind}.`;
  },
  mend: ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.fault = { kind: "none" };
    return `${nameOf(connection.type)} ${connection.credentialId} works again.`;
  },
  "mend-all": ({ world }, fields) => {
    for (const connection of usersMeant(world, fields).flatMap((user) => user.connections)) {
      connection.fault = { kind: "none" };
      connection.slowMs = 0;
      connection.invalid = false;
      connection.appEnabled = true;
    }
    return "Every connection works again.";
  },
  "slow-connection": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.slowMs = wholeField(fields, "ms");
    return `${nameOf(connection.type)} takes ${connection.slowMs} ms.`;
  },
  "flag-invalid": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.invalid = flagField(fields, "invalid", true);
    return `The credential ${connection.credentialId} is ${connection.invalid ? "flagged invalid" : "valid"}.`;
  },
  "enable-app": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.appEnabled = flagField(fields, "enabled", true);
    return `${nameOf(connection.type)} is switched ${connection.appEnabled ? "on" : "off"} on this server.`;
  },
  disconnect: ({ world }, fields) => {
    const { user, connection } = connectionMeant(world, fields);
    user.connections = user.connections.filter((other) => other !== connection);
    user.selections = user.selections.filter(
      (selection) => selection.credentialId !== connection.credentialId || connection.credentialId === -1,
    );
    return `${nameOf(connection.type)} ${connection.credentialId} is disconnected.`;
  },
  reconnect: ({ world }, fields) => {
    const { user, connection } = connectionMeant(world, fields);
    const newId = optionalWhole(fields, "newCredentialId", 1) ?? freshId(world);
    const isKept = flagField(fields, "keepSelections", true);
    const before = user.selections.filter((selection) => selection.credentialId === connection.credentialId);
    user.selections = user.selections.filter((selection) => !before.includes(selection));
    if (isKept) {
      user.selections.push(...before.map((selection) => ({ ...selection, credentialId: newId })));
    }
    Object.assign(connection, { credentialId: newId, fault: { kind: "none" }, invalid: false });
    return `${nameOf(connection.type)} is connected again as ${newId}.`;
  },
  connect: ({ world }, fields) => {
    const type = textField(fields, "type");
    if (appOfType(type) === undefined) {
      throw new ControlError(`"type" must be a calendar app such as google_calendar, but is "${type}".`);
    }
    const email = textField(fields, "email");
    const id = optionalWhole(fields, "credentialId", 1) ?? freshId(world);
    const calendars = [{ externalId: email, name: email, primary: true, selected: false }];
    usersMeant(world, fields)[0]?.connections.push(connect(type, id, email, calendars).connection);
    return `${nameOf(type)} is connected as ${id}.`;
  },
};

function faultOf(kind: FaultKind, fields: Fields): Fault {
  switch (kind) {
    case "transient":
      return { kind, times: optionalWhole(fields, "times", 1) ?? 1 };
    case "now-and-then":
      return {
        kind,
        seed: optionalWhole(fields, "seed") ?? 2,
        percent: optionalWhole(fields, "percent") ?? 35,
        reads: 0,
      };
    case "message":
      return { kind, message: textField(fields, "message") };
    case "none":
    case "revoked":
    case "failing":
    case "no-calendars":
    case "no-client":
    case "bare":
      return { kind };
  }
}

function freshId(world: World): number {
  const ids = world.users.flatMap((user) => user.connections.map(({ credentialId }) => credentialId));
  return Math.max(500, ...ids) + 1;
}

function nameOf(type: string): string {
  return appOfType(type)?.name ?? type;
}
