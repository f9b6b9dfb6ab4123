import type { RememberedConnection } from "../model/account-state.ts";
import { isDelegation } from "../model/subject.ts";
import { breakKind } from "./break-kind.ts";

/** Whether only an administrator of the organization can mend a connection. */
export function needsAdministrator(connection: RememberedConnection): boolean {
  return (
    isDelegation(connection) || (connection.condition === "broken" && breakKind(connection) === "delegation")
  );
}
