import type { RememberedConnection } from "../../status/memory.ts";
import { isDelegation } from "../../status/subject.ts";
import { breakKind } from "./break-kind.ts";

/** Whether only an administrator of the organization can mend a connection. */
export function needsAdministrator(connection: RememberedConnection): boolean {
  return (
    isDelegation(connection) || (connection.condition === "broken" && breakKind(connection) === "delegation")
  );
}
