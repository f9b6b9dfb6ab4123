import type { ServerState } from "../server-state.ts";
import type { ApiKey, Delegation, User } from "../world.ts";

/** The start of a world. Without `keys`, the demo key belongs to the first user. */
export interface Scenario {
  users: User[];
  keys?: ApiKey[];
  delegations?: Delegation[];
  server?: Partial<ServerState>;
}
