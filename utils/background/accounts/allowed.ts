import { parseServer } from "../../cal-api/server.ts";
import { serverOf } from "../../cal-api/server-of.ts";
import type { Policy } from "../../core/settings/records.ts";

/** Whether an administrator lets keys be sent to a server. @param apiUrl API root, at whichever of its paths */
export function isAllowed({ apiUrl: allowed }: Policy, apiUrl: string): boolean {
  if (allowed === undefined) return true;
  const server = parseServer("self-hosted", allowed, "");
  return server.ok && server.candidates.some((candidate) => serverOf(candidate) === serverOf(apiUrl));
}
