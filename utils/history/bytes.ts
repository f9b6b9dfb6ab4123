/** How much of the browser's quota a value takes: UTF-8 of its JSON, in which Chrome writes `<` as `\u003C`. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value).replaceAll("<", "\\u003C")).length;
}
