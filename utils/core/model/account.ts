import { REGIONS, type Region } from "../../cal-api/server.ts";

export { REGIONS, type Region };

/** One API key on one Cal.com server, without the key: that is in a record of its own. */
export interface Account {
  /** Random, made here; names the account's records. */
  id: string;
  /** What the person calls it; null for the name that Cal.com knows. */
  label: string | null;
  region: Region;
  /** API root without a trailing slash, e.g. `https://api.cal.com/v2`. */
  apiUrl: string;
  /** Origin of the web app, e.g. `https://app.cal.com`; null when a self-hosted one was not given. */
  webUrl: string | null;
  /** Who `GET /v2/me` said the key belongs to. */
  user: { id: number; username: string | null; email: string | null; name: string | null };
  /** Where the key is kept: for good, or until the browser closes. */
  keyIn: "local" | "session";
  /** In ms since the epoch. */
  addedAt: number;
}

/** Stands where it is not known any more who somebody is: Cal.com's ids begin with 1. */
export const UNKNOWN_USER: Account["user"] = { id: 0, username: null, email: null, name: null };
