import { appName } from "../apps.ts";
import { FAULT_KINDS, type Fault, type FaultKind } from "../faults.ts";
import type { Action } from "./action.ts";
import { choiceField, type Fields, flagField, optionalWhole, textField, wholeField } from "./fields.ts";
import { connectionMeant, usersMeant } from "./find.ts";

/** What can happen to a whole connection without anybody's doing in Cal.com. */
export const CONNECTION_ACTIONS: Record<string, Action> = {
  break: ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.fault = faultOf(choiceField(fields, "how", FAULT_KINDS), fields);
    return `${appName(connection.type)} ${connection.credentialId}: ${connection.fault.kind}.`;
  },
  mend: ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.fault = { kind: "none" };
    return `${appName(connection.type)} ${connection.credentialId} works again.`;
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
    return `${appName(connection.type)} takes ${connection.slowMs} ms.`;
  },
  "flag-invalid": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.invalid = flagField(fields, "invalid", true);
    return `The credential ${connection.credentialId} is ${connection.invalid ? "flagged invalid" : "valid"}.`;
  },
  "enable-app": ({ world }, fields) => {
    const { connection } = connectionMeant(world, fields);
    connection.appEnabled = flagField(fields, "enabled", true);
    return `${appName(connection.type)} is switched ${connection.appEnabled ? "on" : "off"} on this server.`;
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
