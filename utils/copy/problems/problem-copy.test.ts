import { expect, test } from "vitest";
import { DANA, NOW } from "../../../tests/fixtures/account.ts";
import { broken, connection } from "../../../tests/fixtures/answers.ts";
import { apple, caldav, feed, google, outlook } from "../../../tests/fixtures/people.ts";
import { type AnsweredConnection, REJECTIONS, type Rejection } from "../../cal-api/observation.ts";
import {
  type AccountState,
  emptyAccountState,
  type RememberedConnection,
} from "../../core/model/account-state.ts";
import type { Finding, FindingKind } from "../../core/model/finding.ts";
import { FINDING_KINDS, KINDS } from "../../core/model/kinds.ts";
import { calendarSubject, connectionSubject, type Subject } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import { problemCopy } from "./problem-copy.ts";

const REVOKED = "Access token expired or revoked";
const GENERIC = "Could not get connected calendars";

function remembered(from: AnsweredConnection, known = from): RememberedConnection {
  return {
    integration: from.type ?? "",
    credentialId: from.credentialId,
    delegationCredentialId: from.delegationCredentialId ?? null,
    appName: from.appName,
    appSlug: from.appSlug,
    condition: from.condition === "healthy" ? "healthy" : "broken",
    message: from.message,
    primaryExternalId: known.primaryExternalId,
    lastGoodAt: NOW,
    calendars: known.calendars.map((calendar) => ({
      ...calendar,
      readOnly: calendar.readOnly ?? false,
      isSelected: calendar.isSelected ?? false,
      missing: false,
      inherited: false,
    })),
    malformedCalendars: 0,
    breaks: [NOW - 3, NOW - 2, NOW - 1],
    earlierBreaks: [],
    flapSuppressed: false,
    firstAnswer: 1,
    replacedBy: null,
  };
}

const first = (of: AnsweredConnection) => ({
  connection: connectionSubject(remembered(of)),
  calendar: calendarSubject(remembered(of), of.calendars[0]?.externalId ?? ""),
});

function said(kind: FindingKind, subject: Subject, state: Partial<AccountState> = {}, account = DANA) {
  const finding: Finding = {
    kind,
    subject,
    level: "error",
    confirmed: true,
    acknowledged: false,
    since: NOW,
    confirmedAt: NOW,
  };
  return problemCopy({ account, state: { ...emptyAccountState(), ...state }, now: NOW }, finding);
}

function saidOfBreak(healthy: AnsweredConnection, message: string) {
  const state = { connections: [remembered(broken(healthy, message), healthy)] };
  return said("connection-error", first(healthy).connection, state);
}

const SUBJECTS: Record<Subject["type"], Subject> = {
  account: { type: "account" },
  destination: { type: "destination" },
  eventType: { type: "eventType", id: 7 },
  ...first(google),
};

const KNOWN: Partial<AccountState> = {
  connections: [remembered(google)],
  destination: {
    remembered: {
      integration: "google_calendar",
      externalId: "dana@example.com",
      name: null,
      credentialId: 135,
      delegationCredentialId: null,
    },
    current: null,
  },
  lastFailure: { reason: "offline" },
};

test.each(FINDING_KINDS)("%s is told with what, consequence and what to do, in whole sentences", (kind) => {
  for (const state of [KNOWN, {}]) {
    const { what, consequence, todo } = said(kind, SUBJECTS[KINDS[kind].subject], state);
    for (const text of [what, consequence, todo]) {
      expect(text).toMatch(/^["A-Z]/);
      expect(text).not.toMatch(/\$\d|\s[.,]|\s{2}|""|undefined|null|^\w+(\.\w+)+$/);
    }
    expect(`${consequence} ${todo}`).toMatch(/[.?]$/);
    expect(what).not.toMatch(/\.$/);
  }
});

test("a key that is not known may have expired, and a token may lack a right", () => {
  const rejected = (rejection: Rejection) => said("key-rejected", SUBJECTS.account, { rejection });
  expect(rejected("invalid").todo).toMatch(/may have expired.*30 days.*"Never expires"/);
  expect(rejected("expired").todo).toMatch(/^Make a new API key.*"Never expires"/);
  expect(rejected("scope")).toMatchObject({ what: "This token may not read calendars", replaceKey: true });
  expect(rejected("licence").replaceKey).toBe(false);
  const all = REJECTIONS.map((rejection) => rejected(rejection).todo);
  expect(new Set(all).size).toBe(REJECTIONS.length);
});

test("a broken connection is honest about both sides: no free times, or double bookings", () => {
  const { consequence } = saidOfBreak(google, REVOKED);
  expect(consequence).toContain("see no free times");
  expect(consequence).toContain("double-book you");
});

test("of a calendar that is gone from one connection it is said that another one still has it checked", () => {
  const subject = first(google).calendar;
  const without = remembered({ ...google, calendars: google.calendars.slice(1) });
  const shared = remembered({ ...google, credentialId: 999 });
  const consequence = (...connections: RememberedConnection[]) =>
    said("calendar-gone", subject, { ...KNOWN, connections }).consequence;
  expect(consequence(without, shared)).toBe(
    "Cal.com still checks it for conflicts, through another connection.",
  );
  expect(consequence(without, { ...shared, condition: "broken" })).toContain(
    "Now nothing in it prevents double bookings",
  );
  expect(consequence(without)).toContain("Now nothing in it prevents double bookings");
});

test("a connection that was used for nothing is told to change nothing", () => {
  const unused = { ...outlook, calendars: outlook.calendars.map((one) => ({ ...one, isSelected: false })) };
  const state = { ...KNOWN, connections: [remembered(google), remembered(broken(unused, REVOKED), unused)] };
  for (const kind of ["connection-error", "connection-gone"] as const) {
    expect(said(kind, first(outlook).connection, state).consequence).toBe(
      "None of its calendars was checked for conflicts and no bookings went there, so your bookings go on as before.",
    );
  }
});

test("only of the destination's connection it is told that bookings may not reach it", () => {
  const state = { ...KNOWN, connections: [remembered(google), remembered(outlook)] };
  const consequence = (of: AnsweredConnection) =>
    said("connection-error", first(of).connection, state).consequence;
  expect(consequence(google)).toContain("may not reach its calendars");
  expect(consequence(outlook)).not.toContain("may not reach its calendars");
});

test("an organization's main calendar that is not selected is checked all the same, while nothing else is", () => {
  const delegated = (selected: boolean) => ({
    ...google,
    delegationCredentialId: "d1",
    calendars: google.calendars.map((one) => ({ ...one, isSelected: selected && !one.primary })),
  });
  const consequence = (selected: boolean) => {
    const connections = [remembered(delegated(selected))];
    return said("not-selected", first(delegated(selected)).calendar, { connections }).consequence;
  };
  expect(consequence(false)).toMatch(/^Cal\.com checks it for conflicts all the same, as long as/);
  expect(consequence(true)).toMatch(/^Events in it do not prevent double bookings/);
});

test("a withdrawn access names the app, whose account it is, and leads to the app's place", () => {
  const copy = saidOfBreak(google, REVOKED);
  expect(copy.what).toBe("No access to Google");
  expect(copy.where).toBe("dana@example.com");
  expect(copy.said).toBe(REVOKED);
  expect(copy.link?.href).toBe("https://app.cal.com/apps/google-calendar");
});

test("the same message asks for what the app needs", () => {
  expect(saidOfBreak(apple, GENERIC).todo).toContain("app-specific password");
  expect(saidOfBreak(outlook, GENERIC).todo).toContain("Microsoft password");
  expect(saidOfBreak(caldav, GENERIC).todo).toContain("password or address");
  expect(saidOfBreak(feed, GENERIC).what).toContain("feeds");
  expect(saidOfBreak(connection("zoho_calendar", 9, google.calendars), GENERIC).todo).toContain("by itself");
});

test("an organization's access can only be repaired by an administrator", () => {
  const copy = saidOfBreak(google, "User dana@example.com might not exist in Google Workspace");
  expect(copy.todo).toContain("administrator");
  expect(copy.link?.href).toBe("https://app.cal.com/settings/organizations/delegation-credential");
});

test("a feed's address is never told, only its host", () => {
  for (const kind of ["calendar-gone", "read-only", "not-selected", "selection-lost"] as const) {
    const copy = said(kind, first(feed).calendar, { connections: [remembered(feed)] });
    expect(copy.what).toContain("feeds.example.com");
    expect(JSON.stringify(copy)).not.toContain("private-abc123");
  }
});

test("with a destination nobody is told to connect an app again whose own problem says that this is no help", () => {
  const { destination } = KNOWN;
  const toGoogle = { remembered: null, current: destination?.remembered ?? null };
  for (const message of ["Could not get calendar instance", "Error authorizing delegation credential"]) {
    const connections = [remembered(broken(google, message), google)];
    const { what, todo } = said(
      "destination-broken",
      { type: "destination" },
      { connections, destination: toGoogle },
    );
    expect(what).toBe('Bookings can\'t be added to "dana@example.com"');
    expect(todo).not.toMatch(/\bconnect\b/);
  }
});

test("the app that a calendar has disappeared from is named once", () => {
  const [, rota] = google.calendars;
  const subject = calendarSubject(remembered(google), rota?.externalId ?? "");
  expect(said("calendar-gone", subject, KNOWN)).toMatchObject({
    what: '"Clinic rota" has disappeared from Google Calendar',
    where: "dana@example.com",
  });
});

test("a destination that was blanked is told apart from one that moved", () => {
  const current = {
    integration: "caldav_calendar",
    externalId: "Team",
    name: "Team",
    credentialId: 302,
    delegationCredentialId: null,
  };
  const { destination } = KNOWN;
  const blank = said("destination-changed", { type: "destination" }, KNOWN);
  expect(blank.what).toBe('Bookings are no longer added to "dana@example.com"');
  const moved = said(
    "destination-changed",
    { type: "destination" },
    {
      ...KNOWN,
      destination: { remembered: destination?.remembered ?? null, current },
    },
  );
  expect(moved.what).toBe('Bookings moved to "Team"');
});

test("links lead into the web app of the account's own server", () => {
  const eu = { ...DANA, webUrl: "https://app.cal.eu" };
  expect(said("no-connections", { type: "account" }, {}, eu).link?.href).toMatch(/^https:\/\/app\.cal\.eu\//);
  expect(said("no-connections", { type: "account" }, {}, { ...DANA, webUrl: null }).link).toBeNull();
});

test("a rejected key can be replaced on the spot, but a missing license is none of the person's doing", () => {
  expect(said("key-rejected", { type: "account" }, { rejection: "expired" }).replaceKey).toBe(true);
  expect(said("key-rejected", { type: "account" }, { rejection: "licence" }).replaceKey).toBe(false);
});

test("an entry that could not be told from any other is told without a name", () => {
  const nobody = connectionSubject({ integration: "", credentialId: null, delegationCredentialId: null });
  expect(said("connection-error", nobody).what).toBe("Cal.com's answer about one connection makes no sense");
});

test("a connection that keeps breaking did so by the answer that found it, however long ago that was", () => {
  const answered = { ...KNOWN, lastGoodAt: NOW };
  const later = { ...KNOWN, lastGoodAt: NOW - 3 * DAY, connections: brokenBefore(NOW - 3 * DAY) };
  for (const state of [answered, later])
    expect(said("flapping", SUBJECTS.connection, state).consequence).toMatch(
      /^It broke 3 times within 24 hours/,
    );
});

function brokenBefore(at: number): RememberedConnection[] {
  return [{ ...remembered(google), breaks: [at - 3, at - 2, at - 1] }];
}
