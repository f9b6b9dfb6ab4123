import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import type { Context } from "../context.ts";
import { isLoopback } from "../loopback.ts";
import { readText } from "../read-body.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { control } from "./actions.ts";
import { ControlError } from "./fields.ts";
import { controlState } from "./state.ts";

const PAGE_FILES: Record<string, { file: string; type: string }> = {
  "/": { file: "index.html", type: "text/html; charset=utf-8" },
  "/control/style.css": { file: "style.css", type: "text/css; charset=utf-8" },
  "/control/cards.css": { file: "cards.css", type: "text/css; charset=utf-8" },
  "/control/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
  "/control/meetings.js": { file: "meetings.js", type: "text/javascript; charset=utf-8" },
  "/control/draw.js": { file: "draw.js", type: "text/javascript; charset=utf-8" },
};

/** Whether a request is for the control page or its interface, which answer whatever state the API is in. */
export function isControlPath(url: string): boolean {
  const path = pathOf(url);
  return path === "/" || path === "/control" || path.startsWith("/control/");
}

/** Answers the page, its files, `GET /control/state` and `POST /control`. */
export async function answerControl(context: Context, incoming: IncomingMessage): Promise<Reply> {
  const path = pathOf(incoming.url ?? "/");
  const refusal = foreignRefusal(incoming);
  if (refusal !== null) {
    return refusal;
  }
  const page = PAGE_FILES[path];
  if (incoming.method === "GET" && page !== undefined) {
    const body = await readFile(new URL(`../page/${page.file}`, import.meta.url), "utf8");
    return { status: 200, headers: { "Content-Type": page.type, "Cache-Control": "no-store" }, body };
  }
  if (incoming.method === "GET" && path === "/control/state") {
    return jsonReply(200, controlState(context), { "Cache-Control": "no-store" });
  }
  if (incoming.method === "POST" && path === "/control") {
    return act(context, await readText(incoming));
  }
  return jsonReply(404, { error: "Use GET /control/state or POST /control." });
}

function act(context: Context, text: string): Reply {
  try {
    return jsonReply(200, { done: control(context, JSON.parse(text)) });
  } catch (error) {
    if (error instanceof ControlError) {
      return jsonReply(400, { error: error.message });
    }
    if (error instanceof SyntaxError) {
      return jsonReply(400, { error: `The body is not JSON: ${error.message}.` });
    }
    throw error;
  }
}

/** Any page in the same browser could reach a local server: only its own page, and programs, may control it. */
function foreignRefusal(incoming: IncomingMessage): Reply | null {
  const { host = "", origin } = incoming.headers;
  const name = host.replace(/:\d+$/, "");
  if (!isLoopback(name)) {
    return jsonReply(403, { error: `The control is for this machine only, not for "${host}".` });
  }
  if (origin !== undefined && !origin.endsWith(`//${host}`)) {
    return jsonReply(403, { error: `A page of ${origin} may not control this server.` });
  }
  return null;
}

function pathOf(url: string): string {
  return url.split("?")[0] ?? "/";
}
