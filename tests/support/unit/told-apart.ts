import { story } from "../../fixtures/arbitraries.ts";
import { type Json, ORGANISATION } from "../../fixtures/bodies.ts";

type Line = [number, Json];

/**
 * Stories in which nothing is decided by the order of texts, which stand-ins don't keep: no two entries have one identity, and all
 * delegations are those of one organisation.
 */
export const toldApart = story
  .map((lines) => lines.map(([pause, line]): Line => [pause, withOneDelegation(line as Json)]))
  .filter((lines) => !lines.some(([, line]) => hasTwins(line)));

/** A delegation of a wrong type is as good as none. */
const ids = ({ integration, credentialId, delegationCredentialId: id }: Json) =>
  JSON.stringify([(integration as Json | undefined)?.type, credentialId, typeof id === "string" ? id : null]);

function hasTwins(line: Json): boolean {
  const all = entriesOf(line).map((entry) => ids(entry ?? {}));
  return new Set(all).size < all.length;
}

function withOneDelegation(line: Json): Json {
  if (entriesOf(line).length === 0) return line;
  const copy = structuredClone(line);
  for (const entry of entriesOf(copy)) {
    if (typeof entry?.delegationCredentialId === "string") entry.delegationCredentialId = ORGANISATION;
  }
  return copy;
}

function entriesOf(line: Json): (Json | null)[] {
  const entries = ((line.body as Json | null)?.data as Json | null)?.connectedCalendars;
  return Array.isArray(entries) ? entries : [];
}
