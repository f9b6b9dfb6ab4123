import { expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, type Seen } from "../../../tests/fixtures/answers.ts";
import { caldav, feed, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { AnsweredConnection } from "../../../utils/cal-api/observation.ts";
import type { Reading } from "../../../utils/core/model/records.ts";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import { choicesOf } from "../../../utils/screen/problems/destination-choices.ts";
import { rowPanelView } from "./row-panel.ts";

const idOf = ({ type, credentialId, delegationCredentialId }: AnsweredConnection) => ({
  integration: type ?? "",
  credentialId,
  delegationCredentialId: delegationCredentialId ?? null,
});

function panel(seen: Seen[], of: AnsweredConnection, externalId: string, readings: Reading[] = []) {
  return rowPanelView(storedAfter(seen, { readings }), calendarSubject(idOf(of), externalId), NOW);
}

test("bookings can be added to a writable calendar of Google, Outlook or Apple", () => {
  expect(panel([answered(5, [google, outlook], toDana)], google, "Family")?.whyNot).toBeNull();
  expect(panel([answered(5, [google, outlook], toDana)], outlook, "Calendar")?.whyNot).toBeNull();
});

test("a calendar goes by its own app where that is another than its connection's", () => {
  const calendars = [calendar("Home", { integration: "apple_calendar" })];
  const mixed = connection("caldav_calendar", 9, [], { calendars });
  const seen = [answered(5, [google, mixed], toDana)];
  expect(panel(seen, mixed, "Home")?.whyNot).toBeNull();
  const { state } = storedAfter(seen, { readings: [] });
  expect(choicesOf(state).map(({ name }) => name)).toContain("Home");
});

test("where they can't, it is said why", () => {
  const why = (of: AnsweredConnection, externalId: string, seen = [answered(5, [of], toDana)]) =>
    panel(seen, of, externalId)?.whyNot;
  expect(why(google, "dana@example.com")).toBe("Bookings are added to this calendar.");
  expect(why(googleFlagged, "Building")).toContain("only be read");
  expect(why(feed, feed.calendars[0]?.externalId ?? "")).toContain("A feed can only be read");
  expect(why(caldav, "Team")).toContain("With CalDAV, only Cal.com's own pages");
  const [before, after] = [
    answered(60, [outlook]),
    answered(5, [broken(outlook, "Access token expired or revoked")]),
  ];
  expect(why(outlook, "Calendar", [before, after])).toBe("Outlook Calendar has to work again first.");
});

test("of the old connection beside the new one it is only said that it has to be removed", () => {
  const gone = broken(google, "Access token expired or revoked");
  const anew = { ...google, credentialId: 999, calendars: google.calendars.slice(0, 2) };
  const seen = [answered(60, [google]), answered(30, [gone]), answered(5, [gone, anew])];
  expect(panel(seen, google, "Family")?.whyNot).toBe("This is the old connection. It has to be removed.");
});

test("of one that may work again in a moment that is not said", () => {
  const doubted = broken(google, "Could not get connected calendars");
  const anew = { ...google, credentialId: 999, calendars: google.calendars.slice(0, 2) };
  const seen = [answered(60, [google, anew], toDana), answered(5, [doubted, anew], toDana)];
  expect(panel(seen, google, "Family")?.whyNot).toBe("Google Calendar does not list this calendar any more.");
});

test("a calendar that two connections list can be chosen once", () => {
  const { state } = storedAfter([answered(5, [google, { ...google, credentialId: 999 }], toDana)]);
  expect(choicesOf(state).map(({ name }) => name)).toEqual(["dana@example.com", "Clinic rota", "Family"]);
});

test("a connection that only an administrator can repair is not to be connected again first", () => {
  const delegated = connection("google_calendar", -1, [calendar("Team")], { delegationCredentialId: "d1" });
  for (const now of [[broken(delegated, "Access token expired or revoked"), outlook], [outlook]]) {
    const seen = [answered(60, [delegated, outlook]), answered(15, now), answered(5, now)];
    expect(panel(seen, delegated, "Team")?.whyNot).toBe(
      "An administrator of your organization has to repair Google Calendar first.",
    );
  }
});

test("only for an app that the web app alone can set a way there is shown", () => {
  const link = (of: AnsweredConnection, id: string) => panel([answered(5, [of], toDana)], of, id)?.link;
  expect(link(caldav, "Team")?.href).toBe("https://app.cal.com/settings/my-account/calendars");
  expect(link(googleFlagged, "Building")).toBeNull();
});

test("reading can be tested of selected calendars that Cal.com lists now", () => {
  const canTest = (of: AnsweredConnection, id: string, seen: Seen[]) => panel(seen, of, id)?.canTest;
  const well = answered(5, [googleFlagged], toDana);
  expect(canTest(googleFlagged, "Family", [well])).toBe(true);
  expect(canTest(googleFlagged, "Football fixtures", [well])).toBe(false);
  const gone = answered(1, [broken(googleFlagged, "Access token expired or revoked")], toDana);
  expect(canTest(googleFlagged, "Family", [well, gone])).toBe(false);
});

test("what reading came to is told with its time, and nothing of another calendar's", () => {
  const reading = (outcome: Reading["outcome"], count: number): Reading => ({
    ...idOf(google),
    externalId: "Family",
    at: NOW - 15 * 60_000,
    outcome,
    count,
  });
  const said = (...readings: Reading[]) =>
    panel([answered(5, [google], toDana)], google, "Family", readings)?.reading;
  expect(said(reading("busy", 1))?.sentence).toBe("Cal.com saw 1 busy time in the 7 days from then.");
  expect(said(reading("busy", 3), reading("busy", 12))?.sentence).toContain("12 busy times");
  expect(said(reading("busy", 12))?.when).toMatch(/^Tested .*05/);
  expect(said(reading("busy", 0))).toMatchObject({
    look: "unknown",
    sentence: expect.stringContaining("look the same"),
  });
  expect(said(reading("unreadable", 0))?.look).toBe("bad");
  expect(said(reading("notYours", 0))?.sentence).toContain("The API key is fine");
  expect(said({ ...reading("busy", 12), externalId: "Clinic rota" })).toBeNull();
});

test("of an organization's calendar it is said that the test is not offered", () => {
  const delegated = connection("google_calendar", -1, [calendar("Team")], { delegationCredentialId: "d1" });
  const reading = { ...idOf(delegated), externalId: "Team", at: NOW, outcome: "notYours", count: 0 } as const;
  expect(panel([answered(5, [delegated])], delegated, "Team", [reading])?.reading?.sentence).toContain(
    "your organization",
  );
});

test("a calendar that is not known any more has no panel", () => {
  expect(panel([answered(5, [google], toDana)], google, "nowhere")).toBeNull();
});
