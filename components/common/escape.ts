/**
 * Whether this key press is Escape, and meant for the page: while a text is composed, as in Japanese, it only takes the
 * composition back. (229 is what such presses have had in place of a code, and still have where `isComposing` comes too late.)
 */
export function isEscape({ key, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === "Escape" && !isComposing && keyCode !== 229;
}
