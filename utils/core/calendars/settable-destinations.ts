/** The routes that set a destination know these apps only; for all others it can be set in the web app. */
export const SETTABLE_DESTINATIONS: ReadonlySet<string> = new Set([
  "google_calendar",
  "office365_calendar",
  "apple_calendar",
]);
