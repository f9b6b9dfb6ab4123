import { parseServer, REGIONS, type Region } from "../../utils/cal-api/server.ts";
import type { Policy } from "../../utils/core/settings/records.ts";

/** Which server an account is on, as it is chosen and typed. */
export interface ServerChoice {
  region: Region;
  /** Only for `self-hosted`. */
  apiUrl: string;
  /** Only for `self-hosted`. */
  webUrl: string;
}

/** What of the choice an administrator has made. An API that is Cal.com's own means that region. */
export function presetServer({ apiUrl, webUrl }: Policy): Partial<ServerChoice> {
  const web = webUrl === undefined ? {} : { webUrl };
  if (apiUrl === undefined) return web;
  const region = REGIONS.find((name) => name !== "self-hosted" && apiOf(name) === apiUrl);
  return region ? { region, apiUrl: "", ...web } : { region: "self-hosted", apiUrl, ...web };
}

function apiOf(region: Region): string | undefined {
  const server = parseServer(region, "", "");
  return server.ok ? server.candidates[0] : undefined;
}

/** Known from the web address alone, so that its links are there before the API's address is typed. */
export function webUrlOf({ region, webUrl }: ServerChoice): string | null {
  const server = parseServer(region, "localhost", webUrl);
  return server.ok ? server.webUrl : null;
}

/** The server that is chosen, where an administrator has not chosen it already. */
export interface Server {
  choice: ServerChoice;
  choose(different: Partial<ServerChoice>): void;
  isLocked(field: keyof ServerChoice): boolean;
}

/** @param choose told what the person chooses otherwise */
export function chosenServer(
  { region, apiUrl, webUrl }: ServerChoice,
  choose: Server["choose"],
  policy: Policy,
): Server {
  const preset = presetServer(policy);
  return {
    choice: { region, apiUrl, webUrl, ...preset },
    choose,
    isLocked: (field) => field in preset,
  };
}
