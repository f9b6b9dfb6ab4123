import { httpError } from "./envelope.ts";
import type { Connection, User } from "./world.ts";

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
