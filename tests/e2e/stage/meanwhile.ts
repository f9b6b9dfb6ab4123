import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import type { BookingReference } from "../../support/fake-cal/meetings.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { connect } from "./connect.ts";
import { openProblem } from "./controls.ts";
import type { Stage } from "./stage.ts";
import { checkNow } from "./time.ts";

export const BUTTON = "Bookings made meanwhile";
export const HEADING = " bookings are in no calendar";
/** Of whoever books: in no record, text or file. */
export const GUEST = "Alex Kim";
const DANA = "dana@example.com";

/** One row of what Cal.com can know of a booking, and what is to be made of it. */
interface Row {
  title: string;
  /** Of the control's action `book`. */
  fields?: Record<string, unknown>;
  /** What is left of the tries to write it. */
  references: readonly Pick<BookingReference, "type" | "eventUid" | "destinationCalendarId">[];
  /** What is said of it where it is listed. */
  why?: string;
}

const row = (type: string, eventUid: string, destinationCalendarId: string | null = DANA) => ({
  type,
  eventUid,
  destinationCalendarId,
});
const failed = row("google_calendar", "");

/** One of each sort. Those with a `why` are in no calendar. */
export const ROWS: readonly Row[] = [
  { title: "Refused", references: [failed], why: "Cal.com could not add it to your calendar." },
  {
    title: "Refused twice",
    references: [failed, row("office365_calendar", "", null)],
    why: "Cal.com could not add it to your calendar.",
  },
  {
    title: "Blank",
    references: [row("google_calendar", "", "")],
    why: "Cal.com had no calendar to add it to.",
  },
  {
    title: "To a feed",
    references: [row("ics-feed_calendar", "", "https://feeds.example.com/a.ics")],
    why: "It was to be added to a feed, which can only be read.",
  },
  {
    title: "Stale",
    references: [row("office365_calendar", "")],
    why: "Cal.com tried to add it through another app than that of the calendar.",
  },
  {
    title: "Not moved",
    fields: { rescheduledFromUid: "before" },
    references: [failed],
    why: "It was moved to this time. In your calendar it may still stand at the old one.",
  },
  {
    title: "Every week",
    fields: { recurringBookingUid: "series" },
    references: [failed],
    why: "Cal.com could not add it to your calendar.",
  },
  {
    title: "Every week again",
    fields: { recurringBookingUid: "series" },
    references: [failed],
    why: "Cal.com could not add it to your calendar.",
  },
  { title: "Taken", references: [row("office365_calendar", "event1", null)] },
  { title: "Taken beside", references: [row("zoom_video", ""), row("google_calendar", "event2")] },
  { title: "Video alone", references: [row("daily_video", "room1")] },
  { title: "Not tried", references: [] },
  {
    title: "Moved",
    fields: { rescheduledFromUid: "before" },
    references: [row("google_calendar", "event3")],
  },
  {
    title: "Apple gone",
    references: [row("apple_calendar", "booking", "https://caldav.icloud.com/1/gone/")],
  },
  { title: "Waiting", fields: { status: "pending" }, references: [] },
  { title: "Called off", fields: { status: "cancelled" }, references: [failed] },
  { title: "Of Sam", fields: { host: "Sam Ortiz" }, references: [failed] },
];

/** Books one of each sort, with the title and the guest in each. */
export function bookRows(cal: FakeCal): void {
  for (const { title, fields, references } of ROWS) {
    book(cal, title, fields);
    const booking = cal.world.users[0]?.bookings.at(-1);
    if (booking) booking.references = references.map((one, index) => ({ id: index + 1, ...one }));
  }
}

/** @param fields of the control's action `book` */
export function book(cal: FakeCal, title: string, fields: Record<string, unknown> = {}): void {
  cal.control({ action: "book", title: `${title} with ${GUEST}`, attendee: GUEST, ...fields });
}

/** Requests about bookings so far: the list, and where one of them is. */
export function askedAbout({ requests }: FakeCal): { lists: number; references: number } {
  const paths = requests.map(({ path }) => path);
  return {
    lists: paths.filter((path) => path.startsWith("/v2/bookings?")).length,
    references: paths.filter((path) => path.endsWith("/references")).length,
  };
}

/** What stands in the list: the title, why, and where its link leads. */
export function listed(page: ExtensionPage): Promise<{ title: string; why: string; href: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".booking")].map((item) => ({
      title: item.querySelector(".booking-title")?.getAttribute("title") ?? "",
      why: item.querySelector(".booking-why > p")?.textContent ?? "",
      href: item.querySelector("a")?.href ?? "",
    })),
  );
}

/** The popup with the row of the broken connection open. */
export async function openBroken({ browser }: Stage): Promise<ExtensionPage> {
  const popup = await browser.openPopup();
  await openProblem(popup, "No access to Google");
  return popup;
}

/** Connects Dana, breaks Google, and lets a check see it. */
export async function connectAndBreak(stage: Stage): Promise<void> {
  await connect(stage);
  stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
  await checkNow(stage);
}
