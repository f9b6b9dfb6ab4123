import { connectionKey } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";
import { completes, type Identified, lacksPart } from "./identify.ts";
import { renameConnection } from "./rename.ts";

/**
 * An entry that lacked a part of its name before and has it now is the same subject: what was doubted of it goes on under its
 * whole name. A delegation that works stands for one without its id as any connection does that was added anew.
 */
export function completeNames(draft: Draft, present: readonly Identified[]): void {
  const known = new Set(draft.state.connections.map(connectionKey));
  const seen = new Set(present.map(({ id }) => connectionKey(id)));
  for (const connection of draft.state.connections) {
    if (!lacksPart(connection) || seen.has(connectionKey(connection))) continue;
    const named = present.filter(
      ({ id, entry }) =>
        completes(id, connection) &&
        !known.has(connectionKey(id)) &&
        (connection.integration === "" || entry.condition !== "healthy"),
    );
    const [only, ...others] = new Map(named.map(({ id }) => [connectionKey(id), id])).values();
    if (!only || others.length > 0) continue;
    known.add(connectionKey(only));
    renameConnection(draft, connection, only);
  }
}
