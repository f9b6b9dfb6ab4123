import type { Finding } from "../core/model/finding.ts";
import { subjectKey } from "../core/model/subject.ts";

/**
 * A short name for one finding of one account, the same in the worker and on every page: a notification's click leads to
 * it. It is a hash, so that no address of a calendar is in a link.
 */
export function problemRef(accountId: string, { kind, subject }: Pick<Finding, "kind" | "subject">): string {
  return hashOf(`${accountId} ${kind} ${subjectKey(subject)}`);
}

/** A text of at most seven letters and digits that a longer one can't be made out from (FNV-1a, 32 bit). */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
