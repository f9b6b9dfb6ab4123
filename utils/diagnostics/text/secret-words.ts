import type { Memory } from "../../status/memory.ts";
import type { Account } from "../../store/account.ts";
import { hostOf } from "./servers.ts";

/** What must not be in a message of Cal.com's: names, addresses and ids of this account. */
export function secretWords(
  { label, user, apiUrl, webUrl, region }: Account,
  memory: Memory | null,
): string[] {
  const own = [label, user.email, user.username, user.name, ...(user.name?.split(/\s+/) ?? [])];
  const hosts = region === "self-hosted" ? [hostOf(apiUrl), webUrl && hostOf(webUrl)] : [];
  const calendars = (memory?.connections ?? []).flatMap((connection) => [
    connection.delegationCredentialId,
    connection.primaryExternalId,
    ...connection.calendars.flatMap(({ externalId, name, email }) => [externalId, name, email]),
  ]);
  const { remembered, current } = memory?.destination ?? { remembered: null, current: null };
  const destinations = [remembered, current].flatMap((one) => (one ? [one.externalId, one.name] : []));
  const all = [...own, ...hosts, ...calendars, ...destinations].filter((word) => word !== null);
  return [...new Set(all)];
}
