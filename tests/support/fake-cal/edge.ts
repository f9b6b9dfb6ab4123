import { htmlReply, type Reply } from "./reply.ts";
import type { Mode } from "./server-state.ts";

/** Where the redirect mode sends a client; it answers with a page, as a login wall does. */
export const LOGIN_PATH = "/auth/login";

/** What something in front of Cal.com's API answers in this mode, or null when the request gets through to it. */
export function edgeReply(mode: Mode): Reply | null {
  switch (mode.kind) {
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
    case "nest-500":
    case "envelope-500":
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
