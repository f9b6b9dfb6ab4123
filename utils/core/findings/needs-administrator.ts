import type { RememberedConnection } from "./account-state.ts";
import { breakKind } from "./break-kind.ts";
import { isDelegation } from "./subject.ts";

/** Whether only an administrator of the organization can mend a connection. */
export function needsAdministrator(connection: RememberedConnection): boolean {
  return (
    isDelegation(connection) || (connection.condition === "broken" && breakKind(connection) === "delegation")
  );
}
