import type { IncomingMessage } from "node:http";
import { assertKnownToThrottle, authenticate } from "./auth.ts";
import type { Context } from "./context.ts";
import { CORS_HEADERS, HELMET_HEADERS } from "./cors.ts";
import { ApiError, databaseError, errorBody, httpError, throttlerError } from "./envelope.ts";
import { parseJsonBody } from "./read-body.ts";
import { jsonReply, type Reply, withEtag } from "./reply.ts";
import { findRoute } from "./routes/index.ts";
import type { Mode } from "./server-state.ts";
import { rateHeaders, trackerOf } from "./throttle.ts";

/** A request as the API sees it: `url` is path and query, `text` the body if it is JSON. */
export interface Call {
  incoming: IncomingMessage;
  url: string;
  text: string;
}

/** Takes a call through Cal.com's own order: route, rate limit, authentication, handler, error filter. */
export async function answerApi(context: Context, call: Call, mode: Mode): Promise<Reply> {
  const headers: Record<string, string> = { ...HELMET_HEADERS, ...CORS_HEADERS };
  let reply: Reply;
  try {
    reply = await handle(context, call, mode, headers);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    headers["X-Request-Id"] = "unknown-request-id";
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
  const found = findRoute(method, parsed.pathname);
  if (found === null) {
    throw httpError(404, `Cannot ${method} ${url}`);
  }
  throttle(context, incoming, mode, headers);
  const user = authenticate(context.world, incoming.headers);
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
  return found.route.handle({ ...request, body, user, context, params: found.params });
}

/** What the API itself refuses with in this mode, whatever it was asked for. */
function failureIn({ kind }: Mode): ApiError | null {
  switch (kind) {
    case "envelope-401":
      return httpError(401, "ApiAuthStrategy - api key - Your api key is not valid");
    case "envelope-403":
      return httpError(403, "PermissionsGuard - the user does not have the required permissions");
    case "envelope-404":
      return httpError(404, "Calendar credentials not found");
    case "envelope-500":
      return databaseError();
    default:
      return null;
  }
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
  const counted = context.throttle.count(tracker, limits);
  Object.assign(headers, counted.headers);
  if (counted.isBlocked) {
    throw throttlerError();
  }
}
