import { bearerOf } from "../bearer.ts";
import type { Route } from "../context.ts";
import { httpError } from "../envelope.ts";
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
  scope: "APPS_WRITE",
  handle: ({ params, headers, query }) => {
    const isDryRun = query.get("isDryRun") ?? "false";
    if (!["true", "false"].includes(isDryRun)) {
      throw httpError(400, "Validation failed (boolean string is expected)");
    }
    const base = AUTHORIZE[params[0] ?? ""];
    if (base === undefined) {
      throw unknownTypeError();
    }
    const state = {
      accessToken: bearerOf(headers),
      origin: headers.origin ?? "",
      redir: query.get("redir") ?? "",
      isDryRun: isDryRun === "true",
    };
    return success({ authUrl: `${base}?${new URLSearchParams({ state: JSON.stringify(state) })}` });
  },
};
