import type { ActionProblem } from "../actions/problem.ts";
import { connectionOf } from "../calendars/find.ts";
import { replacementOf } from "../calendars/replaced.ts";
import type { AccountState } from "../model/account-state.ts";
import { type ConnectionId, isDelegation } from "../model/subject.ts";
import { isConfirmedError } from "./find.ts";

const REMOVABLE_APPS: ReadonlySet<string> = new Set([
  "google_calendar",
  "office365_calendar",
  "apple_calendar",
]);

/** A connection that Cal.com's routes can remove. */
export type Removable = ConnectionId & { credentialId: number };

/** Whether Cal.com's routes can remove it: they know three apps, and no connection of an organization. */
export function isRemovableHere(connection: ConnectionId): connection is Removable {
  const { integration, credentialId } = connection;
  return (
    REMOVABLE_APPS.has(integration) && credentialId !== null && credentialId >= 0 && !isDelegation(connection)
  );
}

/**
 * Whether an old connection may be removed, by an answer that is fresh: only one that is broken beyond doubt, and that another one
 * stands for which works.
 * @param before what was known before that answer
 * @returns `gone` when there is nothing to remove any more
 */
export function removalOf(
  state: AccountState,
  before: AccountState,
  id: ConnectionId,
): Removable | "gone" | ActionProblem {
  const connection = connectionOf(state, id);
  if (!connection || connection.condition === "missing") return "gone";
  if (!isRemovableHere(id)) return { problem: "webAppOnly" };
  if (connection.condition === "healthy") return { problem: "stillWorks" };
  if (!isConfirmedError(state, connection)) return { problem: "inDoubt" };
  if (replacementOf(state, connection)?.condition !== "healthy") {
    const hadOne = connectionOf(before, id)?.replacedBy;
    return { problem: hadOne ? "successorBroke" : "noSuccessor" };
  }
  return id;
}
