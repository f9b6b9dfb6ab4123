import { isDefinitive } from "../core/findings/definitive.ts";

/** Messages that are the same for everybody, and that rules go by. */
const KNOWN = new Set([
  "access token expired or revoked",
  "no primary calendar found",
  "could not get calendar instance",
  "could not get connected calendars",
]);

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, "[link]"],
  [/[^\s<>"'`(),;:]+@[^\s<>"'`(),;:]+/g, "[mail]"],
  [/"[^"]*"|`[^`]*`|“[^”]*”/g, "[quoted]"],
  [/\b[0-9a-f]{8}-[0-9a-f-]{20,}\b/gi, "[id]"],
  // Of version 6, which has two colons in a row or seven of them: a time of day has neither.
  [/(?<![\w:])(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){7})(?=:*[0-9a-f])[0-9a-f:]+(?:\.\d{1,3}){0,3}/gi, "[host]"],
  [/\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b/gi, "[host]"],
  [/\bcal_\w+/gi, "[token]"],
  [/(?=\S*\d)[A-Za-z0-9_+/=.~-]{16,}|[A-Za-z0-9_+/=.~-]{32,}/g, "[token]"],
];

const LONGEST = 160;
/** What a sentence is made of. */
export const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Cal.com's message without addresses, links, quotations and long tokens. Whether it is definitive stays as it was.
 * @param words that must not be in it either, in lower case
 */
export function redacted(message: string, words: ReadonlySet<string> = new Set()): string {
  if (KNOWN.has(message.trim().toLowerCase())) return message;
  const patterns = SECRETS.reduce((text, [secret, instead]) => text.replace(secret, instead), message);
  const text = plain(patterns.replace(WORD, (word) => (words.has(word.toLowerCase()) ? "[name]" : word)));
  if (isDefinitive(text.trim()) === isDefinitive(message.trim())) return text;
  // Only messages about delegations are told by a part of them.
  return isDefinitive(message.trim()) ? "Delegation credential [left out]" : "[left out]";
}

/** On one line, and not too long. */
export function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
}

/** The first characters of a name: enough for its owner to know it by. */
export function shortened(name: string): string {
  const text = plain(name.trim());
  const at = /^([^\s@/]+)@([^\s@/]+)$/.exec(text);
  if (at) return `${beginning(at[1] ?? "")}@${beginning(at[2] ?? "")}`;
  return /:\/\//.test(text) ? "(a link)" : beginning(text);
}

function beginning(text: string): string {
  const characters = [...text];
  return `${characters.slice(0, Math.min(3, characters.length - 1)).join("")}…`;
}
