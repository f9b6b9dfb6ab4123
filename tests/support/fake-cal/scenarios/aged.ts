import { danaFeeds, danaGoogle, danaOutlook } from "./accounts.ts";
import { connect, dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

/** Google was lost and added again beside its broken connection, which stands first and keeps the destination blank. */
export function addedAgain(): Scenario {
  const old = danaGoogle();
  old.connection.fault = { kind: "revoked" };
  const fresh = connect("google_calendar", 912, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
  ]);
  const row = destinationRow("", "", 135, { id: 98 });
  return { users: [dana([{ ...old, selections: [] }, fresh], row)] };
}

/** A server of last year: feeds have `integrationName`, so that reading blanks a destination among them every time. */
export function icsOlder(): Scenario {
  const feed = "https://feeds.example.com/private-abc123/basic.ics";
  const feeds = danaFeeds([{ externalId: feed, name: null, selected: true }]);
  return {
    users: [dana([feeds], destinationRow("", feed, 410, { id: 881 }))],
    server: { older: { listsSystemCalendars: false, namesIcsIntegration: true, lacksReferences: false } },
  };
}

/** A server of last year with Google's calendars of holidays and birthdays among the others. */
export function olderServer(): Scenario {
  const google = connect("google_calendar", 135, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
    {
      externalId: "en.usa#holiday@group.v.calendar.google.com",
      name: "Holidays in United States",
      writable: false,
    },
    { externalId: "addressbook#contacts@group.v.calendar.google.com", name: "Birthdays", writable: false },
  ]);
  return {
    users: [dana([google, danaOutlook()], destinationRow("google_calendar", "dana@example.com", 135))],
    server: { older: { listsSystemCalendars: true, namesIcsIntegration: true, lacksReferences: false } },
  };
}
