import { bearerOf } from "../bearer.ts";
import type { Route } from "../context.ts";
import { success } from "../reply.ts";
import { unknownTypeError } from "./calendar-types.ts";

const AUTHORIZE: Record<string, string> = {
  google: "https://accounts.google.com/o/oauth2/v2/auth",
  office365: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
};

/** `GET /v2/calendars/{calendar}/connect`: the address carries the caller's own key in its `state`, as Cal.com's does. */
export const connectRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars\/([^/]+)\/connect$/,
  handle: ({ params, headers, query }) => {
    const base = AUTHORIZE[params[0] ?? ""];
    if (base === undefined) {
      throw unknownTypeError();
    }
    const state = {
      accessToken: bearerOf(headers),
      origin: headers.origin ?? "",
      redir: query.get("redir") ?? "",
      isDryRun: query.get("isDryRun") === "true",
    };
    return success({ authUrl: `${base}?${new URLSearchParams({ state: JSON.stringify(state) })}` });
  },
};
