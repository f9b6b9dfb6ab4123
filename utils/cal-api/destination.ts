import { withoutAnyLinks } from "./hidden-links.ts";
import type { AnsweredDestination } from "./observation.ts";
import { DestinationSchema } from "./schemas.ts";

/**
 * Reads `destinationCalendar`. Cal.com sends `{}` when there is none and a row with blank `integration` and `externalId`
 * when it has lost it; null or a missing key are read as none too. Anything of a wrong type says nothing.
 */
export function readDestination(raw: unknown): AnsweredDestination {
  if (raw === undefined || raw === null) return { kind: "blank" };
  const parsed = Array.isArray(raw) ? undefined : DestinationSchema.safeParse(raw);
  if (!parsed?.success) return { kind: "unknown" };
  const { externalId, integration, name, credentialId, delegationCredentialId, updatedAt } = parsed.data;
  if (!externalId?.trim()) return { kind: "blank" };
  return {
    kind: "set",
    destination: {
      integration: integration?.trim() ? integration : null,
      externalId,
      name: name?.trim() ? withoutAnyLinks(name) : null,
      credentialId: credentialId ?? null,
      delegationCredentialId: delegationCredentialId?.trim() ? delegationCredentialId : null,
    },
    writtenAt: updatedAt?.trim() ? updatedAt : null,
  };
}
