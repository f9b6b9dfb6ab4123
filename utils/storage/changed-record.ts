import { browser } from "wxt/browser";
import { decode, type RecordKind, valueOrNull } from "./decode.ts";

/**
 * What a commit has to write so that a record is another one: nothing when it is the same, and nothing when a later version
 * wrote it.
 * @param name its storage key
 * @param empty what to go on from where there is none, or none of which anything could be saved
 * @param change returns what it is given when nothing changes
 */
export async function changedRecord<T extends object, V extends number>(
  name: string,
  kind: RecordKind<T & { version: V }>,
  empty: T,
  change: (value: T) => T,
): Promise<Record<string, T & { version: V }>> {
  const { [name]: raw } = await browser.storage.local.get(name);
  const read = decode(raw, kind);
  if (read.kind === "newer") return {};
  const before = valueOrNull(read) ?? empty;
  const after = change(before);
  return after === before ? {} : { [name]: { ...after, version: kind.version } };
}
