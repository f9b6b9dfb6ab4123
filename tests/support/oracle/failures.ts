import type { Json } from "./json.ts";

const rejected = { status: "error", error: { code: "UnauthorizedException", message: "Invalid API Key" } };

/** Lines, without a time, in which Cal.com gives no good answer. */
export const FAILURES: readonly Json[] = [
  { network: "timeout" },
  { network: "offline" },
  { network: "offline" },
  { network: "offline" },
  { network: "dns" },
  { status: 500, text: "Internal Server Error: Initialization Failed" },
  { status: 502, text: "<html>Bad gateway</html>" },
  { status: 504, text: "" },
  { status: 503, text: "", headers: { "Retry-After": "90" } },
  { status: 503, text: "", headers: { "retry-after": "Mon, 02 Mar 2026 09:00:00 GMT" } },
  { status: 429, body: { status: "error" }, headers: { "X-RateLimit-Reset-Default": "45" } },
  { status: 429, body: {}, headers: { "x-ratelimit-reset-default": "700", "X-RateLimit-Reset-Other": "20" } },
  { status: 500, body: {}, headers: { "X-RateLimit-Reset-Default": "600", "Retry-After": "soon" } },
  { status: 200, text: '{"status":"success","data":{"connectedCal' },
  { status: 200, body: { status: "success", data: {} } },
  { status: 404, body: { status: "error", error: { code: "NOT_FOUND", message: "Invalid Query" } } },
  { status: 401, text: "<html>Sign in</html>" },
  { status: 401, body: rejected },
  { status: 401, body: rejected },
  { status: 403, body: rejected, headers: { "Retry-After": "300" } },
  { status: 498, body: rejected },
];
