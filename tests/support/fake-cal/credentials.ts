import { httpError } from "./envelope.ts";
import type { Connection, User, World } from "./world.ts";

/** The user's own credential with this id. A delegation credential is the organisation's, so -1 finds nothing. */
export function ownCredential(user: User, credentialId: number): Connection | undefined {
  return user.connections.find(
    (connection) => connection.delegationCredentialId === null && connection.credentialId === credentialId,
  );
}

/** @throws ApiError 404 when the credential is not the user's own */
export function assertOwnCredential(user: User, credentialId: number): void {
  if (ownCredential(user, credentialId) === undefined) {
    throw httpError(404, "Calendar credentials not found");
  }
}

/** An id for a new credential: higher than any there ever was, those of removed connections too. */
export function takeCredentialId(world: World): number {
  const ids = world.users.flatMap(({ connections }) => connections.map(({ credentialId }) => credentialId));
  world.lastCredentialId = Math.max(world.lastCredentialId, ...ids) + 1;
  return world.lastCredentialId;
}

/** What rows of a database keep of a connection: the id of the user's own credential, or that of the delegation. */
export function credentialOf({ credentialId, delegationCredentialId }: Connection): {
  credentialId: number | null;
  delegationCredentialId: string | null;
} {
  return { credentialId: delegationCredentialId === null ? credentialId : null, delegationCredentialId };
}

/** Whether a row was made with this connection, and so goes with it. */
export function isMadeWith(
  row: { credentialId: number | null; delegationCredentialId: string | null },
  connection: Connection,
): boolean {
  return connection.delegationCredentialId === null
    ? row.credentialId === connection.credentialId
    : row.delegationCredentialId === connection.delegationCredentialId;
}
