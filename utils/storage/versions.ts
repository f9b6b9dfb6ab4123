/**
 * The version of each record that this code writes, under the first word of its storage key. One more whenever its shape
 * changes so that what is stored would be misread: the record's kind gets a migration then. The `version` in the state of a
 * status is a part of that record: it moves with `status`, by its migrations.
 */
export const VERSIONS = {
  accounts: 1,
  settings: 1,
  policy: 1,
  status: 3,
  history: 1,
  checks: 1,
  key: 1,
} as const;

/** The version of the record under a storage key, e.g. `status:1a2b`; 0 for a key that holds none. */
export function versionOf(name: string): number {
  const word = name.split(":")[0] ?? "";
  return Object.hasOwn(VERSIONS, word) ? VERSIONS[word as keyof typeof VERSIONS] : 0;
}

/**
 * Whether an earlier version of the extension stored this, or a later one. Needs no schema, so pages can ask.
 * @param raw what is stored under a record's key
 * @param present the version that this code writes
 * @returns null where it has none that there can be
 */
export function ageOf(raw: unknown, present: number): "older" | "present" | "newer" | null {
  if (typeof raw !== "object" || raw === null || !("version" in raw)) return null;
  // Safe: whatever else it may be is asked next.
  const version = raw.version as number;
  if (!Number.isInteger(version)) return null;
  if (version > present) return "newer";
  return version === present ? "present" : "older";
}
