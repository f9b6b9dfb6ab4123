import type { IncomingMessage } from "node:http";
import { assertKnownToThrottle, authenticate } from "./auth.ts";
import { bearerOf } from "./bearer.ts";
import type { Context } from "./context.ts";
import { ApiError, errorBody, httpError, throttlerError } from "./envelope.ts";
import { failureIn } from "./failures.ts";
import { API_HEADERS } from "./headers.ts";
import { parseJsonBody } from "./read-body.ts";
import { jsonReply, type Reply, withEtag } from "./reply.ts";
import { findRoute } from "./routes/index.ts";
import type { Mode } from "./server-state.ts";
import { rateHeaders, trackerOf } from "./throttle.ts";
import { apiVersion } from "./versions.ts";

/** A request as the API sees it: `url` is path and query, `text` the body if it is JSON. */
export interface Call {
  incoming: IncomingMessage;
  url: string;
  text: string;
}

/** Takes a call through Cal.com's own order: route, rate limit, authentication, handler, error filter. */
export async function answerApi(context: Context, call: Call, mode: Mode): Promise<Reply> {
  const headers: Record<string, string> = { ...API_HEADERS };
  let reply: Reply;
  try {
    reply = await handle(context, call, mode, headers);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    reply = jsonReply(error.status, errorBody(error, call.url));
  }
  const { method = "GET", headers: sent } = call.incoming;
  return withEtag({ ...reply, headers: { ...headers, ...reply.headers } }, method, sent);
}

async function handle(
  context: Context,
  call: Call,
  mode: Mode,
  headers: Record<string, string>,
): Promise<Reply> {
  const { incoming, url } = call;
  const method = incoming.method ?? "GET";
  const parsed = new URL(url, "http://calendar.invalid");
  const body = parseJsonBody(call.text);
  const found = findRoute(method, parsed.pathname, apiVersion(incoming.headers));
  const isMissing = found?.route.isRecent === true && context.world.server.older.lacksReferences;
  if (found === null || isMissing) {
    throw httpError(404, `Cannot ${method} ${url}`);
  }
  throttle(context, incoming, mode, headers);
  const { route, params } = found;
  if (route.anonymous !== undefined && bearerOf(incoming.headers) === null) {
    return route.anonymous({ query: parsed.searchParams, params });
  }
  const user = authenticate(context.world, incoming.headers, route.scope);
  const failure = failureIn(mode);
  if (failure !== null) {
    throw failure;
  }
  if (mode.kind === "nest-500") {
    return jsonReply(500, { statusCode: 500, message: "Internal server error" });
  }
  const request = {
    method,
    url,
    path: parsed.pathname,
    query: parsed.searchParams,
    headers: incoming.headers,
  };
  return route.handle({ ...request, body, user, context, params });
}

function throttle(
  context: Context,
  incoming: IncomingMessage,
  mode: Mode,
  headers: Record<string, string>,
): void {
  const { world } = context;
  assertKnownToThrottle(world, incoming.headers);
  const limits = world.server.rateLimit;
  if (mode.kind === "rate-limited") {
    Object.assign(headers, rateHeaders(limits.limit, 0, Math.ceil(limits.blockMs / 1000)), mode.headers);
    throw throttlerError();
  }
  const tracker = trackerOf(incoming.headers, incoming.socket.remoteAddress ?? "unknown");
  const counted = context.throttle.count(tracker, limits, context.clock.now());
  Object.assign(headers, counted.headers);
  if (counted.isBlocked) {
    throw throttlerError();
  }
}
