import { type CalendarSeed, type ConnectionSeed, connect } from "./build.ts";

/** Dana's accounts as several scenarios have them. `selected: false` leaves every calendar unchecked. */
export function danaGoogle(selected = true): ConnectionSeed {
  return connect("google_calendar", 135, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected },
    { externalId: "family0123@group.calendar.google.com", name: "Family" },
    {
      externalId: "team-rota@group.calendar.google.com",
      name: "Team rota",
      writable: false,
    },
  ]);
}

export function danaOutlook(selected = true): ConnectionSeed {
  return connect("office365_calendar", 212, "dana@contoso.example", [
    { externalId: "AAMkAGQ1ZmFkLWVu0AAA=", name: "Calendar", primary: true, selected },
    { externalId: "AAMkAGQ1ZmFkLWVu1BBB=", name: "Birthdays", writable: false },
  ]);
}

export function danaApple(selected = true): ConnectionSeed {
  const home = "https://caldav.icloud.com/20961146906/calendars/";
  return connect("apple_calendar", 301, "dana@icloud.example", [
    { externalId: `${home}home/`, name: "Home", selected },
    { externalId: `${home}83C4F9A1-F1D0-41C7-8FC3-0B$9AE22E813/`, name: "" },
  ]);
}

export function danaCalDav(): ConnectionSeed {
  const root = "https://dav.example.org/remote.php/dav/calendars/dana/";
  return connect("caldav_calendar", 340, "dana", [
    { externalId: `${root}personal/`, name: "Personal", selected: true },
    { externalId: `${root}choir/`, name: "Choir" },
  ]);
}

export function danaFeeds(feeds: CalendarSeed[]): ConnectionSeed {
  return connect(
    "ics-feed_calendar",
    410,
    "",
    feeds.map((feed) => ({ ...feed, writable: false })),
  );
}
