import type { Entry, ListedCalendar } from "./entry.ts";
import type { ConnectionId, KnownCalendar, KnownConnection, Memory } from "./memory.ts";
import { connectionSubject, findingKey, idKey } from "./subject.ts";

/** A connection as the answer shows it, made of all entries that are it. */
export interface Listed {
  id: ConnectionId;
  healthy: boolean;
  definitive: boolean;
  holdsMalformed: boolean;
  primaryId: string | null;
  calendars: ListedCalendar[];
}

/** Finds out which connection each entry is, and whether one could be any: those that say most come first. */
export function identify(memory: Memory, entries: Entry[]) {
  const listed = new Map<string, Listed>();
  const unidentified: Entry[] = [];
  for (const say of [isWhole, lacksDelegation, lacksMore]) {
    const lacking = [...memory.connections.values()].filter(({ id }) => !listed.has(idKey(id)));
    for (const entry of entries.filter(say)) {
      const id = isWhole(entry) ? idOf(entry) : guess(memory, entry, lacking);
      if (id === null) unidentified.push(entry);
      else listed.set(idKey(id), merged(listed.get(idKey(id)), id, entry));
    }
  }
  return { listed, unidentified };
}

function lacksMore(entry: Entry): boolean {
  return entry.type === null || entry.credentialId === null;
}

function lacksDelegation(entry: Entry): boolean {
  return !lacksMore(entry) && entry.delegationCredentialId === undefined;
}

function isWhole(entry: Entry): boolean {
  return !lacksMore(entry) && entry.delegationCredentialId !== undefined;
}

function idOf({ type, credentialId, delegationCredentialId }: Entry): ConnectionId {
  return { type: type ?? "", credentialId, delegationCredentialId: delegationCredentialId ?? null };
}

/**
 * An entry that lacks a part is the one that the answer lacks and that agrees in the others, if there is exactly one.
 * @returns null when it may be several, or none that has a name
 */
function guess(memory: Memory, entry: Entry, lacking: KnownConnection[]): ConnectionId | null {
  if (entry.type === null && entry.credentialId === null) return null;
  const all = lacking.filter(({ id }) => agrees(entry, id));
  const near = all.filter(({ id }) => !isGone(memory, id));
  const agreeing = near.length > 0 || lacksMore(entry) ? near : all;
  if (agreeing.length === 1) return agreeing[0]?.id ?? null;
  if (entry.credentialId === null || (entry.type === null && agreeing.length > 1)) return null;
  return idOf(entry);
}

/** Found gone for good: thought of only when no other fits. */
function isGone({ findings }: Memory, id: ConnectionId): boolean {
  return findings.get(findingKey("connection-gone", connectionSubject(id)))?.claim?.confirmed === true;
}

/** Whether all that can be read of an entry is as in this identity. */
export function agrees(entry: Entry, id: ConnectionId): boolean {
  return (
    (entry.type === null || entry.type === id.type) &&
    (entry.credentialId === null || entry.credentialId === id.credentialId) &&
    (entry.delegationCredentialId === undefined || entry.delegationCredentialId === id.delegationCredentialId)
  );
}

function merged(before: Listed | undefined, id: ConnectionId, entry: Entry): Listed {
  if (before === undefined) return { ...entry, id };
  const primaries = [before.primaryId, entry.primaryId].filter((it) => it !== null).sort();
  return {
    id,
    healthy: before.healthy && entry.healthy,
    definitive: before.definitive || entry.definitive,
    holdsMalformed: before.holdsMalformed || entry.holdsMalformed,
    primaryId: primaries[0] ?? null,
    calendars: [...before.calendars, ...entry.calendars],
  };
}

/**
 * The calendars of a healthy connection with their flags; one listed twice is one.
 * @param known what a flag that can't be read is taken from
 */
export function calendarsOf(listed: Listed, known: Map<string, KnownCalendar>): Map<string, KnownCalendar> {
  const found = new Map<string, KnownCalendar>();
  for (const { externalId, name, primary, readOnly, selected } of listed.calendars) {
    const last = known.get(externalId);
    const one = {
      name,
      primary,
      readOnly: readOnly ?? last?.readOnly ?? false,
      selected: selected ?? last?.selected ?? false,
    };
    const other = found.get(externalId);
    found.set(externalId, other === undefined ? one : union(one, other));
  }
  return found;
}

function union(a: KnownCalendar, b: KnownCalendar): KnownCalendar {
  return {
    name: [a.name, b.name].filter((name) => name !== "").sort()[0] ?? "",
    primary: a.primary || b.primary,
    readOnly: a.readOnly && b.readOnly,
    selected: a.selected || b.selected,
  };
}
