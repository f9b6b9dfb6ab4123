import { closing, NOTHING_LEFT, withoutLinks } from "./foreign-text.ts";

/** Letters and digits by turns, as nobody calls a thing. */
const MIXED = /(?<![\da-z])(?=[\da-z]{8})[\da-z]*?(?:\d[a-z]+\d+[a-z]+\d|[a-z]\d+[a-z]+\d+[a-z])/i;
/** The same, or the end of a feed's address, or a query. */
const SECRET = new RegExp(String.raw`\.(?:ics|vcs)\b|[?&#][\w.-]+=.|${MIXED.source}`, "i");
/** A single word, maybe with a user before it, and a path: "Work/Private" is no address, and "nas/private-0a1b2c3d/basic.ics" is one. */
const LONE =
  /(?:(?<![^\\/])(?:[^\\/@]+@)+)?(?<![-\p{L}\p{M}\p{N}_.])([-\p{L}\p{M}\p{N}_.]+)(?::\d+)?[\\/?#]+(.*)/su;

/**
 * The same as `withoutLinks` for what Cal.com says by itself, such as the message of a server that failed. It can be written for a page,
 * be broken into lines, and tell of a host in a network of one's own.
 */
export function withoutAnyLinks(text: string): string {
  let end = text.length;
  return text.replace(/[^\s"<>`]+/gu, (word, at: number) => {
    const plain = unescaped(word);
    // An address goes on in the next line.
    const isSecond = /^[^\S\n]*\n\s*$/.test(text.slice(end, at)) && SECRET.test(plain);
    const left = isSecond ? NOTHING_LEFT : lone(withoutLinks(plain));
    end = left === plain ? text.length : at + word.length;
    return left === plain ? word : left;
  });
}

/** @param word may have the signs of an address as a page writes them */
function unescaped(word: string): string {
  return word
    .replace(/&(?:amp;)*(?:#x0*2f|#0*47|sol);?/gi, "/")
    .replace(/&(?:amp;)*(?:#x0*3a|#0*58|colon);?/gi, ":")
    .replace(/&(?:amp;)*(?:#x0*3f|#0*63|quest);?/gi, "?");
}

function lone(plain: string): string {
  return plain.replace(LONE, (whole, host: string, path: string) =>
    SECRET.test(whole) ? (MIXED.test(host) ? NOTHING_LEFT : host) + closing(path) : whole,
  );
}
