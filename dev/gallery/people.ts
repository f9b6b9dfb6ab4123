import { calendar, connection, destination } from "./answers.ts";

const own = (email: string, primary = true) => ({ email, primary });

export const google = connection("google_calendar", 135, [
  calendar("dana@example.com", own("dana@example.com")),
  calendar("Clinic rota"),
  calendar("Family"),
]);

export const outlook = connection("office365_calendar", 212, [
  calendar("Calendar", own("dana@contoso.example")),
  calendar("Board meetings", { email: "dana@contoso.example" }),
]);

export const apple = connection("apple_calendar", 301, [
  calendar("Home", { email: "dana@icloud.example" }),
  calendar("", {
    externalId: "https://caldav.icloud.example/209/calendars/83C4/",
    email: "dana@icloud.example",
  }),
]);

export const feed = connection("ics-feed_calendar", 410, [
  calendar(null, {
    externalId: "https://feeds.example.com/private-abc123/basic.ics",
    readOnly: true,
  }),
]);

export const caldav = connection("caldav_calendar", 302, [calendar("Team", { email: "dana" })]);

export const toDana = destination(google, "dana@example.com");

/** Google with the calendars that most people have besides: some of them flagged, which is fine. */
export const googleFlagged = connection("google_calendar", 135, [
  ...google.calendars,
  calendar("Holidays in Germany", { readOnly: true, isSelected: false }),
  calendar("Birthdays", { readOnly: true, isSelected: false }),
  calendar("Football fixtures", { isSelected: false }),
  calendar("Colleague: Kim", { readOnly: true }),
]);
