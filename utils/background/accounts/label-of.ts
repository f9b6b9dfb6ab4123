/** Long enough for a name, and short enough for a line. */
const LONGEST = 60;
/** Control characters, line and paragraph separators, and what has no shape of its own, e.g. marks that turn the direction. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
/** WHY [joiners]: between letters and between emoji they change what is seen; at an end there is nothing to join. */
const AT_THE_ENDS = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;

/** What a person calls an account, from what was typed; null when that is blank. No longer than 60 characters. */
export function labelOf(typed: string): string | null {
  const seen = trim(typed.replace(UNSEEN, ""));
  return trim([...seen].slice(0, LONGEST).join("")) || null;
}

const trim = (text: string) => text.replace(AT_THE_ENDS, "");
