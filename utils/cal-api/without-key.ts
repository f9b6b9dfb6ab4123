/** Shorter than any key, and longer than what may be in a body by chance. */
const SHORTEST_KEY = 12;

/**
 * The text of a body without the key: a server that repeats it in its message must not have it kept, shown or logged with that. To be
 * called before the text is parsed, so that whatever is read of it has none.
 */
export function withoutKey(text: string, key: string): string {
  if (key.length < SHORTEST_KEY) return text;
  return text.replace(new RegExp([...key].map(written).join(""), "gi"), "[key]");
}

/** One sign as it is, or as it may be written in JSON or in an address, also in one that is in the other. */
function written(sign: string): string {
  const hex = sign.charCodeAt(0).toString(16).padStart(2, "0");
  const asIs = `${/["\\/]/.test(sign) ? "\\\\*" : ""}\\x${hex}`;
  return `(?:${asIs}|\\\\+u00${hex}|%(?:25)*${hex})`;
}
