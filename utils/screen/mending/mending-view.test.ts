import { expect, test } from "vitest";
import { DANA, MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination, type Seen } from "../../../tests/fixtures/answers.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { apple, caldav, feed, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { connectionSubject } from "../../core/model/subject.ts";
import type { StoredAccount } from "../stored.ts";
import { mendingView } from "./mending-view.ts";

const REVOKED = "Access token expired or revoked";
const GENERIC = "Could not get connected calendars";
const toOutlook = destination(outlook, "Calendar");
const idOf = ({ type, credentialId }: typeof google, delegationCredentialId: string | null = null) =>
  connectionSubject({ integration: type ?? "", credentialId, delegationCredentialId });

/** Google broke; it was connected again; the old connection was removed, with what had been checked in it. */
const anew = { ...google, credentialId: 999 };
const onlyMain = { ...anew, calendars: anew.calendars.map((one) => ({ ...one, isSelected: one.primary })) };
const broke = [
  answered(60, [google, outlook], toDana),
  answered(45, [broken(google, REVOKED), outlook], toOutlook),
];
const added = [...broke, answered(30, [broken(google, REVOKED), anew, outlook], toOutlook)];
const removed = [...added, answered(15, [onlyMain, outlook], toOutlook)];

/** Breaks one of them, beside Google or Outlook, beyond doubt. */
function breakOf(of: typeof google, message = REVOKED): Seen[] {
  const beside = of.type === "google_calendar" ? outlook : google;
  const gone = broken(of, message);
  return [
    answered(60, [of, beside], toDana),
    ...[45, 30].map((minutes) => answered(minutes, [gone, beside], toDana)),
  ];
}

function view(seen: readonly Seen[], of = google, change: Partial<StoredAccount> = {}) {
  const stored = mendingAfter(seen, change);
  const connection = idOf(of, of.delegationCredentialId);
  return mendingView({ context: { ...stored, now: NOW }, connection });
}

const states = ({ connect, remove, restore }: ReturnType<typeof view>) => [
  connect.state,
  remove?.state ?? null,
  restore?.state ?? null,
];

test("of three steps the next one is to be done now", () => {
  expect(states(view(broke))).toEqual(["next", "later", "later"]);
  expect(states(view(added))).toEqual(["done", "next", "later"]);
  expect(states(view(removed))).toEqual(["done", "done", "next"]);
  expect([broke, added, removed].map((seen) => view(seen).next)).toEqual(["connect", "remove", "restore"]);
});

test("an app is connected again where the web app offers it, with the same account", () => {
  const { connect } = view(broke);
  expect(connect.href).toBe("https://app.cal.com/apps/google-calendar");
  expect(connect.message).toEqual({ type: "reconnect", accountId: "dana", connection: idOf(google) });
  expect(connect.hints).toEqual(["In Cal.com, with the same account: dana@example.com"]);
});

test.each([
  [
    apple,
    GENERIC,
    /^With the same Apple ID and a new app-specific password, .*There is nothing to remove\.$/,
  ],
  [caldav, GENERIC, /same address and account/],
  [feed, "No primary calendar found", /^In Cal\.com, add the feeds once more, with links that work\.$/],
])("each app says in its own words how it is connected again", (of, message, words) => {
  const { hints } = view(breakOf(of, message), of).connect;
  expect(hints).toHaveLength(1);
  expect(hints[0]).toMatch(words);
  // That of a feed is a secret.
  expect(hints[0]).not.toContain("https://");
});

test("an account without a web app is offered no way there, and told so", () => {
  const { connect } = view(broke, google, { account: { ...DANA, webUrl: null } });
  expect(connect.href).toBeNull();
  expect(connect.hints[0]).toBe(
    "The address of your Cal.com's own pages is not known. Open Cal.com yourself.",
  );
});

test("it says what became of connecting it again, until it is", () => {
  const becameOf = (seen: Seen[], lookedAt: number | null, recovered = false) =>
    view(seen, google, {
      reconnections: [{ ...idOf(google), openedAt: NOW - 10 * MINUTE, lookedAt, recovered }],
    }).connect.becameOf;
  expect(view(broke).connect.becameOf).toBeNull();
  expect(becameOf(broke, null)).toMatch(/^Opened at .*10.*\. Cal\.com is asked again when you come back\.$/);
  expect(becameOf(broke, NOW - MINUTE)).toMatch(/^Still broken at .*19.*\.$/);
  expect(becameOf(broke, NOW - MINUTE, true)).toBeNull();
  // The old one goes on failing.
  expect(becameOf(added, NOW - MINUTE)).toBeNull();
});

test("what only an administrator can mend comes with the text to send, and has nothing to remove", () => {
  const delegated = { ...google, credentialId: -1, delegationCredentialId: "5f0e7d4c" };
  const message = "User dana@example.com might not exist in Google Workspace";
  const { connect, remove } = view(breakOf(delegated, message), delegated);
  expect(connect.href).toBeNull();
  expect(connect.administratorText?.split("\n")).toEqual([
    "Cal.com can't use our organization's delegation credential for Google Calendar.",
    `Cal.com says: ${message}`,
    "It is about the calendars of dana@example.com.",
    "Please check it here: https://app.cal.com/settings/organizations/delegation-credential",
  ]);
  expect(remove).toBeNull();
});

test("before the old connection is removed it is named, with what goes with it", () => {
  expect(view(broke).remove?.way).toBeNull();
  expect(view(added).remove?.message).toEqual({
    type: "remove-connection",
    accountId: "dana",
    connection: idOf(google),
  });
  expect(view(added).remove?.way).toEqual({
    by: "here",
    question: "Remove the old connection of Google Calendar (dana@example.com)?",
    effect:
      'With it go the checks of 3 calendars for conflicts and bookings to "dana@example.com". The new connection stays, and the next step puts them back.',
  });
});

test("an app that can't be removed from here is removed on its page of the web app", () => {
  const gone = broken(caldav, GENERIC);
  const seen = [
    ...breakOf(caldav, GENERIC),
    answered(15, [gone, { ...caldav, credentialId: 888 }, google], toDana),
  ];
  expect(view(seen, caldav).remove?.way).toEqual({
    by: "web-app",
    href: "https://app.cal.com/apps/installed/calendar?hl=caldav-calendar",
  });
});

test("before everything is put back it says what that will be", () => {
  // The main calendar is checked as soon as the app is connected again.
  expect(view(broke).restore?.plan).toBe(
    'Check 2 calendars for conflicts and add bookings to "dana@example.com".',
  );
  expect(view(removed).restore).toMatchObject({
    plan: 'Check 2 calendars for conflicts and add bookings to "dana@example.com".',
    progress: null,
    notPutBack: [],
    message: { type: "restore-everything", accountId: "dana", connection: idOf(google) },
    leave: { type: "dismiss-mending", accountId: "dana", connection: idOf(google) },
  });
});

test("what keeps its choices where it is mended has no such step", () => {
  expect(states(view(breakOf(apple, GENERIC), apple))).toEqual(["next", null, null]);
});

test("while everything is being put back it says how far that is", () => {
  const { mendings } = mendingAfter(removed);
  const during = (progress: { done: number; of: number } | null) =>
    view(removed, google, { mendings: mendings.map((one) => ({ ...one, restoringSince: NOW, progress })) })
      .restore?.progress;
  expect(during(null)).toEqual({ done: 0, of: null });
  expect(during({ done: 2, of: 5 })).toEqual({ done: 2, of: 5 });
});

test("what can't be put back is told with each reason once", () => {
  const { mendings } = mendingAfter(removed);
  const gone = { problem: "calendarGone" } as const;
  const notPutBack = [
    { what: "calendar", externalId: "Family", name: "Family", problem: gone } as const,
    { what: "eventType", id: 7, title: null, problem: gone } as const,
    { what: "destination", name: "Work", problem: { problem: "readOnly" } } as const,
  ];
  const told = view(removed, google, { mendings: mendings.map((one) => ({ ...one, notPutBack })) });
  expect(told.restore?.notPutBack).toEqual([
    expect.stringMatching(/^Family and .*7.*: Cal\.com does not find this calendar any more\./),
    'Bookings to "Work": This calendar is read-only, so bookings can\'t be added to it.',
  ]);
});

test("of what is left as it is there still is the way to connect it again, with what to look at then", () => {
  const { mendings } = mendingAfter(broke);
  const left = mendings.map((one) => ({ ...one, ended: "dismissed" as const, endedAt: NOW }));
  const { connect, restore } = view(broke, google, { mendings: left });
  expect(restore).toBeNull();
  expect(connect.href).not.toBeNull();
  expect(connect.hints.at(-1)).toMatch(/^After that only the main calendar is checked for conflicts/);
});
