/** Long enough for a name, and short enough for a line. */
const LONGEST = 60;
/** Control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** What a person calls an account, from what was typed; null when that is blank. No longer than 60 characters. */
export function labelOf(typed: string): string | null {
  const seen = typed.replace(UNSEEN, "").trim();
  return [...seen].slice(0, LONGEST).join("").trimEnd() || null;
}
