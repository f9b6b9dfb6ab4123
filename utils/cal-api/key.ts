export type CleanedKey = { ok: true; key: string } | { ok: false; problem: "emptyKey" | "unreadableKey" };

/** Invisible characters that come along when a key is copied from a web page. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const SENDABLE = /^[\x21-\x7E]+$/;

/** A key as it was typed or pasted, without white space around it and without `Bearer ` before it. */
export function cleanKey(typed: string): CleanedKey {
  const key = typed
    .replace(INVISIBLE, "")
    .trim()
    .replace(/^(authorization:\s*)?bearer(\s+|$)/i, "")
    .trim();
  if (key === "") return { ok: false, problem: "emptyKey" };
  // Anything else would make the Authorization header throw, or be another header.
  return SENDABLE.test(key) ? { ok: true, key } : { ok: false, problem: "unreadableKey" };
}
