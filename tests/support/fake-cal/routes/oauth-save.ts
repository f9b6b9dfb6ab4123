import type { Route } from "../context.ts";
import { ApiError, httpError } from "../envelope.ts";
import type { Reply } from "../reply.ts";
import { unknownTypeError } from "./calendar-types.ts";

/**
 * `GET /v2/calendars/{calendar}/save`: where Google and Microsoft send a person back to. It asks for no key, and looks for
 * the owner among the tokens of managed users, of whom this server has none: with an API key nothing can be saved.
 */
export const oauthSaveRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/calendars\/([^/]+)\/save$/,
  scope: null,
  anonymous: ({ params, query }) => saved(params[0] ?? "", query),
  handle: ({ params, query }) => saved(params[0] ?? "", query),
};

function saved(calendar: string, query: URLSearchParams): Reply {
  if (calendar !== "google" && calendar !== "office365") {
    throw unknownTypeError();
  }
  const { redir, origin, isDryRun } = stateOf(query.get("state") ?? "");
  if (query.get("code") && !isDryRun) {
    throw httpError(401, "Invalid Access token.");
  }
  return { status: 301, headers: { Location: redir || origin }, body: "" };
}

function stateOf(text: string): { redir: string; origin: string; isDryRun: boolean } {
  try {
    const { redir = "", origin = "", isDryRun = false } = JSON.parse(text);
    return { redir: String(redir), origin: String(origin), isDryRun: isDryRun === true };
  } catch {
    throw new ApiError(400, "BAD_REQUEST", "Invalid state");
  }
}
