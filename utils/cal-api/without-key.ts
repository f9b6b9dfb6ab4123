/** Shorter than any key, and longer than what may be in a body by chance. */
const SHORTEST_KEY = 12;

/** All keys begin with it: the rest is the secret. */
const PREFIX = /^cal_(?:live_|test_)?(?=.{12})/;

/**
 * The text of a body without the key: a server that repeats it in its message must not have it kept, shown or logged with that. To be
 * called before the text is parsed, so that whatever is read of it has none.
 */
export function withoutKey(text: string, key: string): string {
  if (key.length < SHORTEST_KEY) return text;
  const [prefix] = key.match(PREFIX) ?? [""];
  const secret = [...key.slice(prefix.length)].map(written).join("");
  const whole = `(?:${[...prefix].map(written).join("")})?${secret}`;
  const plain = text.replace(new RegExp(whole, "gi"), "[key]");
  return inBase64(key).reduce((left, encoded) => left.replaceAll(encoded, "[key]"), plain);
}

/** Of the key alone, or with anything before and behind it: what comes of its own bytes alone. */
function inBase64(key: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = btoa(" ".repeat(before) + key).replace(/=+$/, "");
    return encoded.slice(before && before + 1, (before + key.length) % 3 > 0 ? -1 : undefined);
  });
}

/** One sign as it is, or as it may be written in JSON, in an address or on a page, also in one that is in the other. */
function written(sign: string): string {
  const code = sign.charCodeAt(0);
  const hex = code.toString(16).padStart(2, "0");
  const asIs = `${/["\\/]/.test(sign) ? "\\\\*" : ""}\\x${hex}`;
  return `(?:${asIs}|\\\\+(?:u00|x)${hex}|%(?:25)*${hex}|&(?:amp;)*#(?:0*${code}|x0*${hex});?)`;
}
