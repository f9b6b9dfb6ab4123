import type * as z from "zod/mini";
import { type Migrations, migrate } from "./migrate.ts";
import { partsOf } from "./parts.ts";
import { ageOf } from "./versions.ts";

/** What was found under a storage key. */
export type Read<T> =
  | { kind: "ok"; value: T }
  | { kind: "missing" }
  /** Unreadable. `saved` is to take its place; null when it is better removed. */
  | { kind: "damaged"; saved: T | null }
  /** Written by a later version of the extension: to be left as it is. */
  | { kind: "newer" };

export interface Versioned {
  version: number;
}

/** How one kind of record is told from a damaged or a newer one, and made of an older one. */
export interface RecordKind<T extends Versioned> {
  /** The version that this code writes. */
  version: T["version"];
  schema: z.ZodMiniType<T>;
  /** Absent while there is only one version. */
  migrations?: Migrations;
  /** A part that has the version as well: an earlier record that has lost its own is migrated by it. */
  versionedPart?: string;
  /** Makes the best of a record of any version that does not fit the schema; null when it is better removed. */
  salvage: (raw: unknown) => T | null;
  /** Its content must not be copied anywhere, not even when it is damaged. */
  secret?: true;
}

/** @param raw what the browser's storage holds under the key of a record of that kind */
export function decode<T extends Versioned>(raw: unknown, kind: RecordKind<T>): Read<T> {
  if (raw === undefined || raw === null) return { kind: "missing" };
  const age = ageOf(raw, kind.version);
  if (age === "newer") return { kind: "newer" };
  const present = migrated(raw, kind);
  const parsed = kind.schema.safeParse(present);
  if (parsed.success && age !== null) return { kind: "ok", value: parsed.data };
  return { kind: "damaged", saved: kind.salvage(present) };
}

/** As it is where it is of no earlier version, or can't be migrated: the schema refuses it then, for its version alone. */
function migrated(raw: unknown, kind: RecordKind<Versioned>): unknown {
  const record = partsOf(raw);
  const part = partsOf(record?.[kind.versionedPart ?? ""]);
  const version = [record, part].map((one) => one?.version).find((one) => Number.isInteger(one));
  try {
    return ageOf({ version }, kind.version) === "older"
      ? migrate({ ...record, version: version as number }, kind)
      : raw;
  } catch {
    return raw;
  }
}

/** What a reader can work with: the record, or what was saved of it. */
export function valueOrNull<T>(read: Read<T>): T | null {
  if (read.kind === "ok") return read.value;
  return read.kind === "damaged" ? read.saved : null;
}
