/** What a third-party token can be allowed to do, as far as this server has routes for it. */
export type Scope =
  | "APPS_READ"
  | "APPS_WRITE"
  | "BOOKING_READ"
  | "EVENT_TYPE_READ"
  | "EVENT_TYPE_WRITE"
  | "PROFILE_READ";

/** A token that may look at calendars, and at whose they are. */
export const CALENDARS_ONLY_SCOPES: readonly Scope[] = ["APPS_READ", "PROFILE_READ"];

/** A token that may look at everything here and change nothing. */
export const READ_ONLY_SCOPES: readonly Scope[] = [
  "APPS_READ",
  "BOOKING_READ",
  "EVENT_TYPE_READ",
  "PROFILE_READ",
];
