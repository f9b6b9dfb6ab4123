import type { RememberedConnection } from "../../core/findings/account-state.ts";
import { breakKind } from "../../core/findings/break-kind.ts";
import { isDelegation } from "../../core/findings/subject.ts";

/** Whether only an administrator of the organization can mend a connection. */
export function needsAdministrator(connection: RememberedConnection): boolean {
  return (
    isDelegation(connection) || (connection.condition === "broken" && breakKind(connection) === "delegation")
  );
}
