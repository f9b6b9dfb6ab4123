/** What hosts are named with, in any language. */
const SIGN = String.raw`-\p{L}\p{M}\p{N}_`;

/** An address with a scheme: the usual ones also where a slash is missing. */
const ADDRESS = /(?:(?:https?|webcals?|feed):[\\/]|[a-z][a-z\d+.-]{0,30}:[\\/]{2})[\\/]*(.*)/isu;
/** The user before a host, the host, and what follows: a name with dots, this machine, or a number. */
const BARE = new RegExp(
  String.raw`((?<![^\\/])(?:[^\\/@]+@)+)?(?<![${SIGN}.])((?:[${SIGN}]+\.)+\p{L}[${SIGN}]+|\d+(?:\.\d+){3}|localhost|\[[\da-f]*:[\da-f]*:[\da-f:.]+\])(?![${SIGN}])\.?(?:(?::\d+)?[\\/?#]+(.*))?`,
  "gisu",
);
/** A word or two, as in "Node.js/React", is no secret, nor is a short number. */
const PLAIN = /^(?:[^\d\\/?&=%.]{0,11}|\p{Lu}\p{Ll}*|\d\d?)$/u;
/** A mail address behind a word or a time, where a user with a password could be. */
const LABEL = /^(?:mailto:|\p{Lu}\p{L}*:\D*$)|:\d\d@/u;
/** What ends a sentence, or what an address stands in. */
const CLOSING = /(?<![.,;:!?)\]}'*_])[.,;:!?)\]}'*_]*$/;

/** What stands for an address in which no host can be read. */
export const NOTHING_LEFT = "…";

/**
 * Foreign words, to be shown or kept: of each address in them only the host is left, since the rest is often a secret, as of the link of
 * a feed. To be called before a text is shortened. Ids are no such text. What Cal.com says by itself is for `withoutAnyLinks`.
 */
export function withoutLinks(text: string): string {
  return text.replace(/[^\s"<>`]+/gu, (word) => {
    // Hardly any word has an address in it, and some are looked at at each drawing.
    if (!/[^-\p{L}\p{M}\p{N}.]/u.test(word)) return word;
    // As a browser reads it: with plain signs for wide ones and those of an address, and without what is not seen.
    const plain = word
      .normalize("NFKC")
      .replace(/[\p{C}\u2800]/gu, "")
      .replace(/%(?:25)*([2-7][\da-f])/gi, (_, hex) => decodeURIComponent(`%${hex}`));
    const left = plain
      .replace(ADDRESS, (_, rest) => hostIn(rest) + closing(rest))
      .replace(BARE, (whole, user = "", host, path = "") =>
        PLAIN.test(path.replace(CLOSING, "")) && (!user.includes(":") || LABEL.test(user))
          ? whole
          : host + closing(path),
      );
    return left === plain ? word : left;
  });
}

/** Of what is taken away the end that stays. */
export function closing(rest: string): string {
  return rest.slice(rest.search(CLOSING));
}

/** @param rest what follows the scheme */
function hostIn(rest: string): string {
  const host = rest
    .replace(/[\\/?#].*/s, "")
    .replace(/^.*@|:\d*$/gs, "")
    .replace(CLOSING, "");
  return /^(?:[-\p{L}\p{M}\p{N}_.]+|\[[\da-f:.]+)$/iu.test(host)
    ? host.replace(/^\[.*/, "$&]")
    : NOTHING_LEFT;
}
