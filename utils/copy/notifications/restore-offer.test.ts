import { expect, test } from "vitest";
import { DANA, MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { google, outlook } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection, AnsweredDestination } from "../../cal-api/observation.ts";
import { applyAction } from "../../core/findings/apply-action.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { emptyAccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { notificationText } from "./notification-text.ts";

type Step = [AnsweredConnection[], AnsweredDestination];

const REVOKED = "Access token expired or revoked";
const toRota = destination(google, "Clinic rota");
const toOutlook = destination(outlook, "Calendar");
const HEALTHY: Step = [[google, outlook], toRota];
const MOVED: Step = [[broken(google, REVOKED), outlook], toOutlook];
const WITHOUT_ROTA: Step = [
  [{ ...google, calendars: google.calendars.filter(({ name }) => name !== "Clinic rota") }, outlook],
  toOutlook,
];

/** What the last of these answers is told as. */
function told(steps: readonly Step[], expectsMove = false): string {
  let state = emptyAccountState();
  let notices: Notice[] = [];
  for (const [index, [connections, to]] of steps.entries()) {
    const at = NOW - (steps.length - index) * 60 * MINUTE;
    if (expectsMove && index === steps.length - 1) {
      state = applyAction(
        state,
        { action: "acknowledge", matches: ({ kind }) => kind === "destination-changed" },
        at,
      );
    }
    const step = evaluate(state, answered(0, connections, to).observation, at, { intervalMinutes: 30 });
    [state, notices] = [step.state, step.changes.notify];
  }
  const { title, message } = notificationText({
    account: DANA,
    accounts: [DANA],
    state,
    notices,
    automatic: [],
    now: NOW,
  });
  return `${title}\n${message}`;
}

const OFFER = 'Put bookings back on "Clinic rota"?';

test("when the calendar that bookings went to can be used again, it is asked whether they are to go back", () => {
  expect(told([HEALTHY, MOVED, [[google, outlook], toOutlook]]).split("\n")).toEqual([
    "Google Calendar works again",
    OFFER,
    "1 other problem is left.",
  ]);
});

test("so it is when it was connected anew under another number", () => {
  const anew = { ...google, credentialId: 999 };
  expect(told([HEALTHY, MOVED, [[anew, outlook], toOutlook]])).toContain(OFFER);
});

test.each<[string, Step[]]>([
  ["it is still broken", [HEALTHY, MOVED]],
  ["they went back by themselves", [HEALTHY, MOVED, HEALTHY]],
  ["they never moved", [HEALTHY, [[broken(google, REVOKED), outlook], toRota], HEALTHY]],
  [
    "it is another connection that works again",
    [
      HEALTHY,
      [[broken(google, REVOKED), broken(outlook, REVOKED)], toOutlook],
      [[broken(google, REVOKED), outlook], toOutlook],
    ],
  ],
  ["the calendar is gone", [HEALTHY, MOVED, WITHOUT_ROTA, WITHOUT_ROTA]],
  [
    "it is read-only by now",
    [
      HEALTHY,
      MOVED,
      [
        [{ ...google, calendars: google.calendars.map((one) => ({ ...one, readOnly: true })) }, outlook],
        toOutlook,
      ],
    ],
  ],
])("nothing is asked when %s", (_, steps) => {
  const text = told(steps);
  expect(text).not.toContain("Put bookings back");
  expect(text.length).toBeGreaterThan(1);
});

test("nothing is asked when the new destination is expected", () => {
  expect(told([HEALTHY, MOVED, [[google, outlook], toOutlook]], true)).toBe(
    "Google Calendar works again\nNo other problem is known.",
  );
});

test("it is asked for a calendar whose own app can be set from here, though its connection's can't", () => {
  const calendars = [calendar("Team", { integration: "apple_calendar" })];
  const mixed = connection("caldav_calendar", 302, [], { calendars });
  const toTeam = destination(mixed, "Team");
  const steps: Step[] = [
    [[mixed, outlook], toTeam],
    [[broken(mixed, REVOKED), outlook], toOutlook],
    [[mixed, outlook], toOutlook],
  ];
  expect(told(steps)).toContain('Put bookings back on "Team"?');
});

test("nothing is asked for an app that can be set in the web app only", () => {
  const caldav = connection("caldav_calendar", 302, [calendar("Team"), calendar("Family")]);
  const toTeam = destination(caldav, "Team");
  const text = told([
    [[caldav, outlook], toTeam],
    [[broken(caldav, REVOKED), outlook], toOutlook],
    [[caldav, outlook], toOutlook],
  ]);
  expect(text).toContain("works again");
  expect(text).not.toContain("Put bookings back");
});
