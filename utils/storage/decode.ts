import type * as z from "zod/mini";

/** What was found under a storage key. */
export type Read<T> =
  | { kind: "ok"; value: T }
  | { kind: "missing" }
  /** Unreadable. `saved` is to take its place; null when it is better removed. */
  | { kind: "damaged"; saved: T | null }
  /** Written by a later version of the extension: to be left as it is. */
  | { kind: "newer" };

/** How one kind of record is told from a damaged or a newer one. */
export interface RecordKind<T> {
  /** The version that this code writes. */
  version: number;
  schema: z.ZodMiniType<T>;
  /** Makes the best of a record that does not fit the schema; null when it is better removed. */
  salvage: (raw: unknown) => T | null;
  /** Its content must not be copied anywhere, not even when it is damaged. */
  secret?: true;
}

/** @param raw what the browser's storage holds under the key of a record of that kind */
export function decode<T>(raw: unknown, kind: RecordKind<T>): Read<T> {
  if (raw === undefined || raw === null) return { kind: "missing" };
  if (
    typeof raw === "object" &&
    "version" in raw &&
    typeof raw.version === "number" &&
    raw.version > kind.version
  ) {
    return { kind: "newer" };
  }
  const parsed = kind.schema.safeParse(raw);
  if (parsed.success) return { kind: "ok", value: parsed.data };
  return { kind: "damaged", saved: kind.salvage(raw) };
}

/** What a reader can work with: the record, or what was saved of it. */
export function valueOrNull<T>(read: Read<T>): T | null {
  if (read.kind === "ok") return read.value;
  return read.kind === "damaged" ? read.saved : null;
}
