const encoder = new TextEncoder();

/** How much of the browser's quota a value takes: UTF-8 of its JSON, in which Chrome writes `<` as `\u003C`. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value) ?? "";
  return encoder.encode(json.replaceAll("<", "\\u003C")).length;
}
