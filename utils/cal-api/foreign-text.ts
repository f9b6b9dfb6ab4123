/** A slash or a colon as it is, or as it is written inside of another address. */
const SLASH = String.raw`(?:[\\/]|%(?:25)*(?:2f|5c))`;
const COLON = "(?::|%(?:25)*3a)";
/** What an address is written with, as good as all that is no blank and no mark around it. */
const REST = '([^\\s"<>`]*)';

/** An address with a scheme: the usual ones also where a slash is missing. */
const ADDRESS = new RegExp(
  `(?:(?:https?|webcals?|caldavs?|ftps?|feed)${COLON}${SLASH}|[a-z][a-z0-9+.-]{0,30}${COLON}${SLASH}${SLASH})${SLASH}*${REST}`,
  "gi",
);
/** A host with a path or a query, or a mailbox at one. */
const BARE = new RegExp(
  `(?<![\\w.@%-])(?:[^\\s/@"<>]{1,60}@)?((?:[a-z0-9-]+\\.)+[a-z]{2,})(?::\\d+)?(?:${SLASH}|\\?)${REST}`,
  "gi",
);
/** A word or two, as in "Node.js/React", is no secret. */
const PLAIN = /^[^\d\\/?&=%.]{0,11}$/;
/** What ends a sentence, or what an address stands in. */
const CLOSING = /[.,;:!?)\]}'*_]*$/;

/** What stands for an address in which no host can be read. */
export const NOTHING_LEFT = "…";

/**
 * What Cal.com says, to be shown or kept: of each address in it only the host is left, since the rest is often a secret, as of the link
 * of a feed. To be called before a text is shortened. Ids are no such text.
 */
export function withoutLinks(text: string): string {
  // Hardly any text has an address in it, and some are looked at at each drawing.
  if (!/[\\/?%]/.test(text)) return text;
  return text
    .replace(ADDRESS, (_, rest: string) => hostIn(rest) + closing(rest))
    .replace(BARE, (whole, host: string, path: string) =>
      PLAIN.test(path.replace(CLOSING, "")) ? whole : host + closing(path),
    );
}

function closing(rest: string): string {
  return CLOSING.exec(rest)?.[0] ?? "";
}

/** @param rest what follows the scheme */
function hostIn(rest: string): string {
  const plain = rest.replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const [authority = ""] = /^[^\\/?#]*/.exec(plain) ?? [];
  const host = authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .replace(CLOSING, "");
  return /^(?:[\p{L}\p{M}\p{N}._-]+|\[[\da-f:.]+)$/iu.test(host)
    ? host.replace(/^\[.*/, "$&]")
    : NOTHING_LEFT;
}
