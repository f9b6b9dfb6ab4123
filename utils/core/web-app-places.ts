/** A page of Cal.com's web app that something can be put right on. */
export type Place =
  | { page: "calendars" | "api-keys" | "delegation" }
  /** The installed calendar apps, with one of them highlighted. */
  | { page: "installed"; slug: string | null }
  /** Where an app is connected anew. */
  | { page: "app"; slug: string | null }
  /** What a booking is, for the one who organizes it. */
  | { page: "booking"; uid: string }
  /** The list of event types. */
  | { page: "event-types" }
  /** Where an event type is edited. */
  | { page: "event-type"; id: number };

const SLUG = /^[a-z0-9][a-z0-9_-]*$/i;

/**
 * The address of a place in an account's web app.
 * @param webUrl origin of the web app; null when a self-hosted one was not given
 * @returns null when there is no web app to link to
 */
export function placeUrl(webUrl: string | null, place: Place): string | null {
  if (webUrl === null || !/^https?:\/\//.test(webUrl) || !URL.canParse(webUrl)) return null;
  return new URL(pathOf(place), webUrl).href;
}

function pathOf(place: Place): string {
  switch (place.page) {
    case "calendars":
      return "/settings/my-account/calendars";
    case "api-keys":
      return "/settings/developer/api-keys";
    case "delegation":
      return "/settings/organizations/delegation-credential";
    case "installed":
      // The slug comes from an answer of the API: one that is no plain word must not lead elsewhere.
      return isSlug(place.slug) ? `/apps/installed/calendar?hl=${place.slug}` : "/apps/installed/calendar";
    case "app":
      return isSlug(place.slug) ? `/apps/${place.slug}` : "/apps/installed/calendar";
    case "booking":
      return `/booking/${encodeURIComponent(place.uid)}`;
    case "event-types":
      return "/event-types";
    case "event-type":
      return `/event-types/${place.id}`;
  }
}

function isSlug(slug: string | null): slug is string {
  return slug !== null && SLUG.test(slug);
}
