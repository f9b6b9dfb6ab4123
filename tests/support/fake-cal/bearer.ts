import type { IncomingHttpHeaders } from "node:http";

/** The value after `Bearer `, or null when there is none. */
export function bearerOf(headers: IncomingHttpHeaders): string | null {
  const value = headers.authorization?.replace("Bearer ", "").trim();
  return value === undefined || value === "" ? null : value;
}

/** Cal.com tells an API key from an access token by nothing but its prefix. */
export function isApiKey(bearer: string): boolean {
  return bearer.startsWith("cal_");
}
