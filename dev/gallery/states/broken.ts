import { remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import {
  apple,
  caldav,
  feed,
  google,
  googleFlagged,
  outlook,
  toDana,
} from "../../../tests/fixtures/people.ts";

const before = answered(45, [googleFlagged, outlook, apple], toDana);
const unselected = (type: string, id: number) =>
  connection(type, id, [calendar("Main", { primary: true, isSelected: false })]);

/** States in which something is wrong. */
export const brokenStates = {
  "broken-last-known": () =>
    stored(
      remember([
        before,
        answered(15, [broken(googleFlagged, "Access token expired or revoked"), outlook, apple], toDana),
      ]),
    ),
  // As Cal.com lists them, and with the destination that it then chooses by itself.
  revoked: () =>
    stored(
      remember([
        answered(45, [apple, google, outlook], toDana),
        answered(
          3,
          [apple, broken(google, "Access token expired or revoked"), outlook],
          destination(apple, "Home"),
        ),
      ]),
    ),
  "checking-again": () =>
    stored(
      remember([
        before,
        answered(1, [googleFlagged, broken(outlook, "Could not get connected calendars"), apple], toDana),
      ]),
    ),
  problems: () =>
    stored(
      remember([
        before,
        answered(
          25,
          [
            googleFlagged,
            broken(outlook, "Could not get connected calendars"),
            broken(apple, "Could not get connected calendars"),
            caldav,
          ],
          toDana,
        ),
        answered(
          15,
          [
            googleFlagged,
            broken(outlook, "Could not get connected calendars"),
            broken(apple, "Could not get connected calendars"),
            caldav,
          ],
          destination(caldav, "Team"),
        ),
      ]),
    ),
  "selection-lost": () =>
    stored(
      remember([
        before,
        answered(25, [lost, outlook], { kind: "blank" }),
        answered(15, [lost, outlook], { kind: "blank" }),
      ]),
    ),
  "feed-destination": () =>
    stored(
      remember([
        answered(15, [feed], destination(feed, "https://feeds.example.com/private-abc123/basic.ics")),
      ]),
    ),
  delegation: () =>
    stored(
      remember([
        answered(45, [delegated], toDana),
        answered(
          15,
          [broken(delegated, "User dana@example.com might not exist in Google Workspace")],
          toDana,
        ),
      ]),
    ),
  "nothing-selected": () =>
    stored(
      remember([answered(15, [unselected("google_calendar", 1), unselected("apple_calendar", 2)], toDana)]),
    ),
  "no-connections": () => stored(remember([answered(15, [])])),
};

const lost = {
  ...google,
  calendars: google.calendars.map((each) => ({ ...each, isSelected: each.primary })),
};
const delegated = { ...google, credentialId: -1, delegationCredentialId: "5f0e7d4c" };
