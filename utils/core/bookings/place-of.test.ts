import { describe, expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered } from "../../../tests/fixtures/answers.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { BookingReference } from "../../cal-api/booking.ts";
import { appsListingIn, placeOf } from "./place-of.ts";

const DANA = "dana@example.com";
const HOME = "https://caldav.icloud.com/1/home/";
const accepted = { status: "accepted", rescheduledFromUid: null };
const moved = { ...accepted, rescheduledFromUid: "before" };
const pending = { ...accepted, status: "pending" };

const LISTED: Record<string, string[]> = {
  [DANA]: ["google_calendar"],
  [HOME]: ["apple_calendar"],
  "work@example.com": ["google_calendar", "caldav_calendar"],
};
const appsListing = (externalId: string) => LISTED[externalId] ?? [];

function row(
  type: string | null,
  eventUid: string | null,
  destinationCalendarId: string | null = DANA,
): BookingReference {
  return { type, eventUid, destinationCalendarId };
}

const place = (booking: Parameters<typeof placeOf>[0], ...references: BookingReference[]) => {
  const placed = placeOf(booking, references, appsListing);
  return placed.place === "in-calendar" ? placed.place : `${placed.place}: ${placed.why}`;
};

describe("a booking with an event", () => {
  test.each([
    ["Google", [row("google_calendar", "event1")]],
    ["Outlook, in no stored destination", [row("office365_calendar", "event1", null)]],
    ["a calendar that no connection lists", [row("google_calendar", "event1", "gone@example.com")]],
    ["one of two tries", [row("office365_calendar", ""), row("google_calendar", "event1")]],
    ["a video room that failed beside it", [row("zoom_video", ""), row("google_calendar", "event1")]],
    ["Apple, which lists the calendar", [row("apple_calendar", "booking1", HOME)]],
  ])("is in a calendar: %s", (_, references) => {
    expect(place(accepted, ...references)).toBe("in-calendar");
  });

  test.each([
    ["Apple", "apple_calendar", "https://caldav.icloud.com/1/gone/"],
    ["CalDAV", "caldav_calendar", "https://dav.example/gone/"],
    ["another app's", "caldav_calendar", DANA],
    ["no stored destination", "apple_calendar", null],
  ])("that bears the booking's own name proves nothing without its calendar: %s", (_, type, calendar) => {
    expect(place(accepted, row(type, "booking1", calendar))).toBe("unclear: unproven");
  });

  test("that was moved has the rows of before, so whether its event was moved can't be told", () => {
    expect(place(moved, row("google_calendar", "event1"))).toBe("unclear: moved");
    expect(place(moved, row("apple_calendar", "booking1", HOME))).toBe("unclear: moved");
  });
});

describe("a booking whose tries all failed is in no calendar", () => {
  test.each([
    ["the provider did not take it", "notWritten", row("google_calendar", "")],
    ["blanks are no event either", "notWritten", row("google_calendar", "  ".trim())],
    ["a calendar that no connection lists", "notWritten", row("google_calendar", "", "gone@example.com")],
    ["no stored destination", "notWritten", row("office365_calendar", "", null)],
    ["one of the apps that have the calendar", "notWritten", row("caldav_calendar", "", "work@example.com")],
    ["a stale credential of another app", "otherConnection", row("office365_calendar", "")],
    ["a blank destination", "noDestination", row("google_calendar", "", "")],
    ["a feed", "feed", row("ics-feed_calendar", "", "https://feeds.example.com/a.ics")],
    ["a feed, with a blank destination", "feed", row("ics-feed_calendar", "", "")],
  ])("%s", (_, why, reference) => {
    expect(place(accepted, reference)).toBe(`in-none: ${why}`);
    expect(place(accepted, reference, reference)).toBe(`in-none: ${why}`);
  });

  test("and one that was moved may still stand at its old time", () => {
    expect(place(moved, row("google_calendar", ""))).toBe("in-none: notMoved");
  });
});

describe("nothing can be told", () => {
  test.each([
    ["without any row", "notTried", []],
    ["with a row of a video room alone", "notTried", [row("zoom_video", "")]],
    ["with a row of a calendar of no kind", "notTried", [row("acme_other_calendar", "")]],
    ["with a row without a readable event", "unreadable", [row("google_calendar", null)]],
    [
      "with a failed try beside one that can't be read",
      "unreadable",
      [row("google_calendar", ""), row(null, "x")],
    ],
    ["with no more than a row of no readable app", "unreadable", [row(null, "")]],
  ])("%s", (_, why, references) => {
    expect(place(accepted, ...references)).toBe(`unclear: ${why}`);
  });

  test("of one that waits to be confirmed, whatever its rows", () => {
    expect(place(pending)).toBe("unclear: pending");
    expect(place(pending, row("google_calendar", ""))).toBe("unclear: pending");
    expect(place({ ...pending, status: null }, row("google_calendar", ""))).toBe("unclear: pending");
  });
});

test("the apps of a calendar are those of the connections that list it", () => {
  const listing = appsListingIn(remember([answered(1, [google, outlook], toDana)]));
  const [calendar] = google.calendars;
  expect(listing(calendar?.externalId ?? "")).toEqual(["google_calendar"]);
  expect(listing("nowhere")).toEqual([]);
});
