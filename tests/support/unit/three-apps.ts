import { connect } from "../fake-cal/scenarios/build.ts";
import { Cal } from "./two-browsers.ts";

export type { Cal } from "./two-browsers.ts";

export const APPLE = 301;
export const GOOGLE = 135;
export const OUTLOOK = 212;

export const HOME = "https://caldav.icloud.com/1/home/";
/** The main calendar of the first connection unless Apple's is there. */
export const DANA = "dana@example.com";
export const FAMILY = "family";
export const WORK = "AAA=";
export const LAUNCHES = "CCC=";
export const CALENDARS = [HOME, DANA, FAMILY, WORK, LAUNCHES] as const;

const apple = () =>
  connect("apple_calendar", APPLE, "dana@icloud.example", [
    { externalId: HOME, name: "Home", selected: true },
  ]);
const google = () =>
  connect("google_calendar", GOOGLE, DANA, [
    { externalId: DANA, name: DANA, primary: true, selected: true },
    { externalId: FAMILY, name: "Family", selected: true },
  ]);
const outlook = () =>
  connect("office365_calendar", OUTLOOK, "dana@contoso.example", [
    { externalId: WORK, name: "Work", primary: true, selected: true },
    { externalId: LAUNCHES, name: "Launches", selected: true },
  ]);

type Bookings = (typeof CALENDARS)[number];

/** Dana with Apple, Google and Outlook, in Cal.com's order. @param bookings the calendar that they are added to */
export function threeApps(bookings: Bookings, cacheMs = 0): Cal {
  return new Cal([apple(), google(), outlook()], rowOf(bookings), cacheMs);
}

/** The same without Apple: Google is the first connection. */
export function twoApps(bookings: Exclude<Bookings, typeof HOME>, cacheMs = 0): Cal {
  return new Cal([google(), outlook()], rowOf(bookings), cacheMs);
}

function rowOf(bookings: Bookings): [string, string, number] {
  if (bookings === HOME) return ["apple_calendar", bookings, APPLE];
  const isGoogle = bookings === DANA || bookings === FAMILY;
  return isGoogle ? ["google_calendar", bookings, GOOGLE] : ["office365_calendar", bookings, OUTLOOK];
}
