import { htmlReply, type Reply, textReply } from "./reply.ts";
import type { Mode } from "./server-state.ts";

/** Where the redirect mode sends a client; it answers with a page, as a login wall does. */
export const LOGIN_PATH = "/auth/login";

/** What something in front of Cal.com's API answers in this mode to `url`, or null when the request gets through to it. */
export function edgeReply(mode: Mode, url: string): Reply | null {
  switch (mode.kind) {
    case "startup-500":
      return textReply(500, "Internal Server Error: Initialization Failed");
    case "timeout-504":
      return textReply(
        504,
        "An error occurred with your deployment\n\nFUNCTION_INVOCATION_TIMEOUT\n\nfra1::pdx1::k7x2m-1774000000000-0123456789ab\n",
      );
    case "proxy-to-nothing":
      return url.startsWith("/api/v2") ? textReply(500, "Internal Server Error") : webAppNotFound();
    case "html-502":
      return htmlReply(502, page("502 Bad Gateway", "The server is not available. Please try again."));
    case "html-200":
      return htmlReply(200, page("Welcome", "Sign in to this network to go on."));
    case "edge-429":
      return htmlReply(429, page("Too many requests", "You are being rate limited."), mode.headers);
    case "redirect":
      return { status: 302, headers: { Location: LOGIN_PATH }, body: "" };
    case "no-api-v2":
      return webAppNotFound();
    case "normal":
    case "gone":
    case "hang":
    case "mute":
    case "rate-limited":
    case "envelope-401":
    case "envelope-403":
    case "envelope-404":
    case "record-404":
    case "nest-500":
    case "envelope-500":
    case "older-500":
    case "truncated":
    case "cut-off":
    case "oversize":
      return null;
  }
}

/** The page of a self-hosted web app whose server runs no API v2. */
export function webAppNotFound(): Reply {
  return htmlReply(404, page("404", "This page does not exist. Check the address, or go back to Cal.com."));
}

export function loginPage(): Reply {
  return htmlReply(200, page("Sign in", "Please sign in to go on."));
}

function page(title: string, text: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}
