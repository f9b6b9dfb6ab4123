import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { WORD } from "../redact.ts";
import { hostOf } from "./servers.ts";

/** They are in every other message, and name nobody. */
const COMMON = new Set(["calendar", "calendars", "google", "outlook", "apple", "group", "http", "https"]);
/** Shorter ones are in every sentence, unless they are a whole name. */
const SHORTEST_PART = 4;
const SHORTEST_NAME = 3;

/**
 * The words that must not be in a message of Cal.com's, in lower case: those that names, addresses and ids of this account are
 * made of.
 */
export function secretTexts(account: Account, state: AccountState | null): Set<string> {
  const words = [...ofAccount(account), ...(state ? ofState(state) : [])].flatMap((name) => {
    const parts = name?.toLowerCase().match(WORD) ?? [];
    const shortest = parts.length === 1 ? SHORTEST_NAME : SHORTEST_PART;
    return parts.filter((part) => part.length >= shortest && !COMMON.has(part));
  });
  return new Set(words);
}

function ofAccount({ label, user, apiUrl, webUrl, region }: Account): (string | null)[] {
  const hosts = region === "self-hosted" ? [hostOf(apiUrl), webUrl && hostOf(webUrl)] : [];
  return [label, user.email, user.username, user.name, ...hosts];
}

function ofState({ connections, destination }: AccountState): (string | null)[] {
  const calendars = connections.flatMap((connection) => [
    connection.delegationCredentialId,
    connection.primaryExternalId,
    ...connection.calendars.flatMap(({ externalId, name, email }) => [externalId, name, email]),
  ]);
  const destinations = [destination.remembered, destination.current];
  return [...calendars, ...destinations.flatMap((one) => (one ? [one.externalId, one.name] : []))];
}
