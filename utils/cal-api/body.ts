/** No answer of Cal.com comes near: a thousand calendars are about 0.5 MB. */
export const MAX_BODY_BYTES = 5_000_000;

/** The text of a body, or null when it is longer than `MAX_BODY_BYTES`; no more than that is ever read. */
export async function readBody(response: Response): Promise<string | null> {
  if (Number(response.headers.get("content-length")) > MAX_BODY_BYTES) return tooLong(response.body);
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let bytes = 0;
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) return tooLong(reader);
    text += decoder.decode(value, { stream: true });
  }
}

async function tooLong(body: { cancel(): Promise<void> } | null): Promise<null> {
  await body?.cancel();
  return null;
}

/** How JSON writes a half of a character that is made of two. */
const HALF = /\\ud[89a-f]/i;

/**
 * The value of a JSON text; undefined when it is none. Half a character without its other one is put right in it: no store
 * keeps it, so an id with it would be another one once it is read back.
 */
export function parseJson(text: string): unknown {
  try {
    return HALF.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}
