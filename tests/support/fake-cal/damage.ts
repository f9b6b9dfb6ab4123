import type { Reply } from "./reply.ts";
import type { Mode } from "./server-state.ts";

/** Larger than any list of calendars, and than the 5 MB a careful client reads. */
const OVERSIZE_BYTES = 6_000_000;

/** The reply as it arrives in a mode that damages bodies. */
export function damaged(reply: Reply, mode: Mode): Reply {
  if (mode.kind === "truncated") {
    return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  }
  if (mode.kind === "oversize" && reply.body.startsWith("{")) {
    return { ...reply, body: `{"padding":"${"x".repeat(OVERSIZE_BYTES)}",${reply.body.slice(1)}` };
  }
  return reply;
}
