import type { IncomingMessage } from "node:http";
import { httpError } from "./envelope.ts";

/** The whole body of a request as text. */
export async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Whether a request says that its body is JSON. Another body is not parsed, and so has no fields. */
export function isJson(incoming: IncomingMessage): boolean {
  return incoming.headers["content-type"]?.startsWith("application/json") ?? false;
}

/** @throws ApiError 400 with the parser's own words */
export function parseJsonBody(text: string): unknown {
  if (text === "") {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw httpError(400, error instanceof Error ? error.message : "Unexpected token in JSON");
  }
}
