import { describe, expect, test } from "vitest";
import { google, MendingStory } from "../../../tests/support/unit/mending-story.ts";
import { namesIn } from "../../copy/history/names.ts";
import type { AccountEvent } from "../model/changes.ts";
import { calendarSubject } from "../model/subject.ts";
import { actOf } from "./act-of.ts";
import { markedByItself } from "./told-after.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const CALENDAR = { what: "calendar", ...GOOGLE, externalId: "Team" } as const;
const BOOKINGS = { what: "destination", integration: "google_calendar", externalId: "Team" } as const;
const EVERYTHING = { what: "everything", withBookings: true, ...GOOGLE } as const;

const to = (externalId: string, integration = "google_calendar") => ({
  integration,
  externalId,
  name: null,
  credentialId: 1,
  delegationCredentialId: null,
});
const selected = (
  externalId: string,
  { what = "selected", byPerson = true }: { what?: "selected" | "unselected"; byPerson?: boolean } = {},
): AccountEvent => ({ what, subject: calendarSubject(GOOGLE, externalId), byPerson });
const bookings = (where: ReturnType<typeof to> | null): AccountEvent => ({
  what: "destination",
  from: to("main"),
  to: where,
  byPerson: true,
});
const came: AccountEvent = {
  what: "came",
  kind: "not-selected",
  subject: calendarSubject(GOOGLE, "Team"),
  level: "warning",
};
const byItself = (event: AccountEvent) => ({ ...event, byPerson: false, byItself: true });

describe("the history says of what was put back that nobody did it", () => {
  test("of the calendar that is checked again alone", () => {
    const others = [selected("Family"), selected("Team", { what: "unselected" }), bookings(to("Team")), came];
    expect(markedByItself([selected("Team"), ...others], CALENDAR)).toEqual([
      byItself(selected("Team")),
      ...others,
    ]);
  });

  test("of where bookings go alone", () => {
    const others = [
      bookings(to("Family")),
      bookings(to("Team", "office365_calendar")),
      bookings(null),
      selected("Team"),
      came,
    ];
    expect(markedByItself([bookings(to("Team")), ...others], BOOKINGS)).toEqual([
      byItself(bookings(to("Team"))),
      ...others,
    ]);
  });

  test("of everything that was asked for from here", () => {
    const elsewhere = selected("Family", { byPerson: false });
    expect(markedByItself([selected("Team"), bookings(to("Team")), elsewhere, came], EVERYTHING)).toEqual([
      byItself(selected("Team")),
      byItself(bookings(to("Team"))),
      elsewhere,
      came,
    ]);
  });
});

describe("a notification names", () => {
  const names = namesIn([new MendingStory().answer([google(1, "main", "Team")]).state]);

  test.each([
    [CALENDAR, "Team"],
    [BOOKINGS, "Team"],
    [EVERYTHING, "Google Calendar"],
  ] as const)("$what", (change, name) => {
    expect(actOf(change, names)).toEqual({ what: change.what, name });
  });
});
