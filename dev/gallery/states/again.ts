import { DANA, MINUTE, NOW, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { brokenEventTypes, lostEventTypes } from "../../../tests/fixtures/event-types.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";

const REVOKED = "Access token expired or revoked";
const DAY = 24 * 60 * MINUTE;
const anew = { ...google, credentialId: 999, calendars: google.calendars.slice(0, 2) };
const gone = broken(google, REVOKED);
const toOutlook = destination(outlook, "Calendar");

/** Google with another id for one of its calendars, of which nothing is selected. */
const renewed = {
  ...google,
  calendars: google.calendars.map((each) =>
    each.name === "Family" ? { ...each, externalId: "family-2", isSelected: false } : each,
  ),
};

const mailbox = connection("office365_calendar", 212, [
  calendar("Calendar", {
    externalId: "AAMkAGQ1ZmFkLWVu8f3a21",
    email: "dana@contoso.example",
    primary: true,
  }),
  calendar("Calendar", { externalId: "AAMkAGQ1ZmFkLWVu77b0c9", email: "dana@contoso.example" }),
  calendar("The calendar of everything that is planned", { externalId: "x1", isSelected: false }),
  calendar("The calendar of everything that is planned", { externalId: "y2", isSelected: false }),
]);
const club = connection("google_calendar", 9, [
  calendar("club@example.com", { email: "club@example.com", primary: true }),
  calendar("Family", { externalId: "club-family", email: "x@group.calendar.google.com" }),
]);
const feeds = connection("ics-feed_calendar", 410, [
  calendar(null, { externalId: "https://feeds.example.com/a1/basic.ics", readOnly: true }),
  calendar(null, { externalId: "https://feeds.example.com/b2/basic.ics", readOnly: true, isSelected: false }),
]);

/** States in which something is there twice, under another id or name, or happens again and again. */
export const again = {
  "old-connection": () =>
    stored(
      remember([
        answered(90, [google, outlook], toDana),
        answered(45, [gone, outlook], toOutlook),
        answered(15, [gone, anew, outlook], toOutlook),
      ]),
    ),
  "connected-twice": () =>
    stored(remember([answered(15, [google, { ...google, credentialId: 999 }, outlook], toDana)])),
  "moved-calendar": () => {
    const moved = [renewed, outlook];
    return stored(
      remember([
        answered(90, [google, outlook], destination(google, "Family")),
        answered(45, moved, toDana),
        answered(15, moved, toDana),
      ]),
    );
  },
  namesakes: () => {
    const all = [google, club, mailbox, feeds];
    const [one = "", two = ""] = mailbox.calendars.map(({ externalId }) => externalId);
    return stored(
      remember([answered(45, all, destination(mailbox, one)), answered(15, all, destination(mailbox, two))]),
    );
  },
  "event-types-lost": () =>
    stored(
      remember(
        lostEventTypes("Intro call", "Review", "Workshop for new people", "Pairing", "Talk", "Tea", "Walk"),
      ),
    ),
  "event-types-broken": () => stored(remember(brokenEventTypes("Intro call", "Review"))),
  "event-type-lost": () => stored(remember(lostEventTypes("Intro call"))),
  "every-week": () =>
    stored(weekly(remember([answered(90, [google, apple], toDana), answered(15, [gone, apple], toDana)])), {
      ...DANA,
      region: "self-hosted",
      apiUrl: "https://cal.example.org/api/v2",
      webUrl: "https://cal.example.org",
    }),
};

function weekly(state: AccountState): AccountState {
  const breaks = [14, 7, 0].map((days) => NOW - days * DAY - 15 * MINUTE);
  return { ...state, connections: state.connections.map((one) => ({ ...one, breaks })) };
}
