import type { ConnectionId } from "../../model/subject.ts";

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
