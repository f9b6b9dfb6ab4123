import type { RememberedConnection } from "../model/account-state.ts";
import { isDelegation } from "../model/subject.ts";
import { isFeed } from "./feed.ts";

/** What is known about why a connection is broken, as far as it changes what a person can do. */
export type BreakKind =
  /** The provider withdrew Cal.com's access. */
  | "revoked"
  /** The organization's own access is at fault: only its administrator can act. */
  | "delegation"
  /** The provider answers, with no calendar. */
  | "noCalendars"
  /** The server does not know how to use this app. */
  | "unusable"
  | "feed"
  /** Anything else, which may pass by itself. */
  | "unreadable";

/** Tells them apart by Cal.com's message, and where that is a general one, by the app. */
export function breakKind(connection: Pick<RememberedConnection, "message" | "integration">): BreakKind {
  const message = connection.message?.trim().toLowerCase() ?? "";
  if (/delegation ?credential|^user .*might not exist in|tenantid is missing/.test(message)) {
    return "delegation";
  }
  // Cal.com says "No primary calendar found" when no link of a feed can be read.
  if (isFeed(connection.integration) && message !== "could not get calendar instance") return "feed";
  switch (message) {
    case "access token expired or revoked":
      return "revoked";
    case "no primary calendar found":
      return "noCalendars";
    case "could not get calendar instance":
      return "unusable";
    default:
      return "unreadable";
  }
}

/** Whether only an administrator of the organization can mend a connection. */
export function needsAdministrator(connection: RememberedConnection): boolean {
  return (
    isDelegation(connection) || (connection.condition === "broken" && breakKind(connection) === "delegation")
  );
}
