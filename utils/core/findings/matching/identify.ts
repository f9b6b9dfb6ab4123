import type { AnsweredConnection } from "../../../cal-api/observation.ts";
import type { RememberedConnection } from "../../model/account-state.ts";
import { type ConnectionId, connectionId, connectionKey } from "../../model/subject.ts";

/** An entry and the connection that it is. */
export interface Identified {
  id: ConnectionId;
  entry: AnsweredConnection;
}

type Complete = AnsweredConnection & { type: string; credentialId: number };

export function isComplete(entry: AnsweredConnection): entry is Complete {
  return entry.type !== null && entry.credentialId !== null;
}

/**
 * Entries with type and `credentialId`. One that lacks the key `delegationCredentialId` (Cal.com leaves it out of "No
 * primary calendar found") is the remembered connection of the same type and id that the answer otherwise lacks, if there is
 * exactly one.
 * @param isGone a connection whose absence is confirmed is only thought of when no other fits
 */
export function identifyComplete(
  entries: readonly AnsweredConnection[],
  remembered: readonly RememberedConnection[],
  isGone: (connection: ConnectionId) => boolean,
): Identified[] {
  const complete = entries.filter(isComplete);
  const named = new Set(
    complete.flatMap((entry) =>
      entry.delegationCredentialId === undefined ? [] : [connectionKey(idOf(entry))],
    ),
  );
  return complete.map((entry) => {
    if (entry.delegationCredentialId !== undefined) return { id: idOf(entry), entry };
    const lacking = remembered.filter(
      (known) =>
        known.integration === entry.type &&
        known.credentialId === entry.credentialId &&
        !named.has(connectionKey(known)),
    );
    const present = lacking.filter((known) => !isGone(known));
    const [only, ...others] = present.length > 0 ? present : lacking;
    return { id: only && others.length === 0 ? connectionId(only) : idOf(entry), entry };
  });
}

function idOf(entry: Complete): ConnectionId {
  return {
    integration: entry.type,
    credentialId: entry.credentialId,
    delegationCredentialId: entry.delegationCredentialId ?? null,
  };
}

/**
 * An entry without type or `credentialId` may be any remembered connection that the answer lacks and that agrees with what
 * can be read of it: it stands for each of them. Fitting none, it is a subject of its own.
 */
export function identifyIncomplete(
  entry: AnsweredConnection,
  lacking: readonly RememberedConnection[],
): Identified[] {
  const agreeing = lacking.filter((known) => fits(entry, known));
  const named = agreeing.filter(({ credentialId }) => credentialId !== null);
  // Only where no connection is missing it is what could not be identified before.
  const fitting = named.length > 0 ? named : agreeing;
  const own = {
    integration: entry.type ?? "",
    credentialId: entry.credentialId,
    delegationCredentialId: entry.delegationCredentialId ?? null,
  };
  return (fitting.length > 0 ? fitting.map(connectionId) : [own]).map((id) => ({ id, entry }));
}

function fits(entry: AnsweredConnection, known: RememberedConnection): boolean {
  return (
    (entry.type === null || entry.type === known.integration) &&
    (entry.credentialId === null || entry.credentialId === known.credentialId) &&
    (entry.delegationCredentialId === undefined ||
      entry.delegationCredentialId === known.delegationCredentialId)
  );
}

/** Every delegation has -1 for its credential, so that without its own id it is only half named. */
export function lacksPart({ integration, credentialId, delegationCredentialId }: ConnectionId): boolean {
  return integration === "" ? credentialId !== null : credentialId === -1 && delegationCredentialId === null;
}

/** Whether a whole name may be that of a half named connection. */
export function completes(id: ConnectionId, half: ConnectionId): boolean {
  return (
    id.credentialId === half.credentialId && (half.integration === "" || id.integration === half.integration)
  );
}
