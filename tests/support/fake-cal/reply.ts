import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** An answer, ready to be written. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A JSON answer with the content type that Express gives it. */
export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { ...headers, "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

/** What something in front of the API says when it is not asked to be nice. */
export function textReply(status: number, body: string): Reply {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body };
}

export function htmlReply(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" }, body };
}

/** A success in Cal.com's envelope. Undefined data leaves the key out, as one of its answers does. */
export function success(data: unknown, status = 200): Reply {
  return jsonReply(status, { status: "success", data });
}

/** Adds the weak ETag that Express makes of every body, and turns an unchanged 200 into a 304. */
export function withEtag(reply: Reply, method: string, headers: IncomingHttpHeaders): Reply {
  const length = Buffer.byteLength(reply.body).toString(16);
  const etag = `W/"${length}-${createHash("sha1").update(reply.body).digest("base64").slice(0, 27)}"`;
  const tagged: Record<string, string> = { ...reply.headers, ETag: etag };
  const isRead = method === "GET" || method === "HEAD";
  const refusesCache = headers["cache-control"]?.includes("no-cache") ?? false;
  if (isRead && reply.status === 200 && !refusesCache && headers["if-none-match"] === etag) {
    const { "Content-Type": _dropped, ...rest } = tagged;
    return { status: 304, headers: rest, body: "" };
  }
  return { ...reply, headers: tagged };
}
