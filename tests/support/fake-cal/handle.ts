import type { IncomingMessage, ServerResponse } from "node:http";
import { answerApi } from "./api.ts";
import type { Context } from "./context.ts";
import { answerControl, isControlPath } from "./control/http.ts";
import { damaged } from "./damage.ts";
import { edgeReply, LOGIN_PATH, loginPage, webAppNotFound } from "./edge.ts";
import { edgeHeaders, PREFLIGHT_HEADERS } from "./headers.ts";
import { isJson, readText } from "./read-body.ts";
import type { Reply } from "./reply.ts";
import { type Mode, takeMode } from "./server-state.ts";

/** Answers one request, or breaks its connection when the mode says so. */
export async function handleRequest(
  context: Context,
  hasControl: boolean,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = incoming.url ?? "/";
  if (hasControl && isControlPath(url)) {
    send(response, await answerControl(context, incoming));
    return;
  }
  const text = await readText(incoming);
  const record = {
    time: context.clock.now(),
    method: incoming.method ?? "GET",
    path: url,
    headers: incoming.headers,
    body: recordedBody(incoming, text),
    status: 0,
  };
  context.log.add(record);
  context.log.open += 1;
  response.once("close", () => {
    context.log.open -= 1;
  });
  const { server } = context.world;
  if (server.slowMs > 0) {
    await context.clock.wait(server.slowMs);
  }
  const rewritten = server.apiAlias ? url.replace(/^\/api\/v2(?=[/?]|$)/, "/v2") : url;
  const isPreflight = incoming.method === "OPTIONS";
  const mode = isPreflight ? server.mode : takeMode(server, rewritten);
  if (mode.kind === "gone") {
    incoming.socket.resetAndDestroy();
    return;
  }
  if (mode.kind === "hang") {
    return;
  }
  const call = { incoming, url: rewritten, text: isJson(incoming) ? text : "" };
  const answered = isPreflight
    ? { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: "" }
    : await replyTo(context, call, mode);
  const { dateAheadMs } = server;
  response.sendDate = false;
  const date = dateAheadMs === null ? {} : { Date: new Date(Date.now() + dateAheadMs).toUTCString() };
  const reply = { ...answered, headers: { ...answered.headers, ...edgeHeaders(), ...date } };
  if (mode.kind === "mute") {
    return;
  }
  record.status = reply.status;
  if (mode.kind === "cut-off") {
    cutOff(response, reply);
  } else {
    send(response, reply);
  }
}

async function replyTo(context: Context, call: Parameters<typeof answerApi>[1], mode: Mode): Promise<Reply> {
  if (call.url === LOGIN_PATH) {
    return loginPage();
  }
  if (!context.world.server.apiAlias && call.url.startsWith("/api/")) {
    return webAppNotFound();
  }
  return edgeReply(mode, call.incoming.url ?? "/") ?? damaged(await answerApi(context, call, mode), mode);
}

function recordedBody(incoming: IncomingMessage, text: string): unknown {
  if (text === "") {
    return undefined;
  }
  if (!isJson(incoming)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  const length = reply.status === 304 ? {} : { "Content-Length": String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...reply.headers, ...length });
  response.end(reply.body);
}

/** Promises the whole body, sends half of it and breaks the connection. */
function cutOff(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    "Content-Length": String(Buffer.byteLength(reply.body)),
  });
  response.write(reply.body.slice(0, Math.floor(reply.body.length / 2)), () => response.socket?.destroy());
}
