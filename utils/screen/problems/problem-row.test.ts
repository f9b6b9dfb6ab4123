import { describe, expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { lostEventTypes } from "../../../tests/fixtures/event-types.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { caldav, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Card } from "./fix.ts";
import { isOpenAtFirst, problemRow, stepButton } from "./problem-row.ts";
import { problemsView } from "./problems-view.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");
const anew = { ...google, credentialId: 999 };

function cardOf(kind: string, ...seen: Seen[]): Card {
  const { cards, mendings, notices } = problemsView([mendingAfter(seen)], NOW);
  const inside = [...cards, ...mendings].flatMap(({ effects }) => effects);
  const all = [...cards, ...inside, ...(notices?.cards ?? [])];
  const card = all.find(({ findings }) => findings[0].kind === kind);
  if (!card) throw new Error(`There is no card for ${kind}.`);
  return card;
}
const buttonOf = (kind: string, ...seen: Seen[]) => problemRow(cardOf(kind, ...seen), "", false).button;

const broke = [
  answered(60, [google, outlook], toDana),
  answered(30, [broken(google, REVOKED), outlook], toOutlook),
];
const lost = (...names: string[]) => {
  const less = {
    ...google,
    calendars: google.calendars.map((one) => ({ ...one, isSelected: !names.includes(one.name ?? "") })),
  };
  return [answered(60, [google], toDana), ...[30, 5].map((minutes) => answered(minutes, [less], toDana))];
};

describe("the button of a row", () => {
  test("leads from a broken connection to where it is connected again", () => {
    expect(buttonOf("connection-error", ...broke)).toMatchObject({
      does: "connect",
      label: "Connect again",
      href: "https://app.cal.com/apps/google-calendar",
      message: { type: "reconnect", connection: { credentialId: 135 } },
    });
  });

  test("opens it where an administrator alone can do that", () => {
    const delegated = { ...google, delegationCredentialId: "d1" };
    const seen = [answered(60, [delegated], toDana), answered(5, [broken(delegated, REVOKED)], toDana)];
    expect(buttonOf("connection-error", ...seen)).toEqual({ does: "open", label: "Look" });
  });

  test("opens it for the further steps, which ask or tell before, and for which it is open from the start", () => {
    const beside = cardOf(
      "connection-error",
      ...broke,
      answered(15, [broken(google, REVOKED), anew, outlook], toOutlook),
    );
    expect(problemRow(beside, "", false).button).toEqual({ does: "open", label: "Remove …" });
    expect(beside.fix.mending && isOpenAtFirst(beside.fix.mending)).toBe(true);
    const [mending] = problemsView(
      [mendingAfter([...broke, answered(15, [google, outlook], toOutlook)])],
      NOW,
    ).mendings;
    expect(mending && [stepButton(mending), isOpenAtFirst(mending)]).toEqual([
      { does: "open", label: "Put back …" },
      true,
    ]);
    const first = cardOf("connection-error", ...broke);
    expect(first.fix.mending && isOpenAtFirst(first.fix.mending)).toBe(false);
  });

  test("turns a calendar on, or all of them", () => {
    expect(buttonOf("selection-lost", ...lost("Family"))).toMatchObject({
      does: "act",
      label: "Turn on",
      button: { message: { type: "select-calendar", calendar: { externalId: "Family" } } },
    });
    expect(buttonOf("selection-lost", ...lost("Family", "Clinic rota"))).toMatchObject({
      does: "act",
      label: "Turn on",
      button: { also: [{ message: { type: "select-calendar" } }] },
    });
  });

  test("puts bookings back, and event types", () => {
    const moved = [answered(60, [google, outlook], toDana), answered(5, [google, outlook], toOutlook)];
    expect(buttonOf("destination-changed", ...moved)).toMatchObject({
      does: "act",
      label: "Put back",
      button: { message: { type: "restore-destination" } },
    });
    expect(buttonOf("event-type-destination-lost", ...lostEventTypes("Intro call"))).toMatchObject({
      does: "act",
      label: "Put back",
      button: { message: { type: "restore-event-types" } },
    });
  });

  test("opens it where another calendar has to be chosen", () => {
    expect(buttonOf("destination-missing", answered(5, [google]))).toEqual({ does: "open", label: "Choose" });
  });

  test("does not lead with keeping what is wrong", () => {
    const seen = [
      answered(60, [caldav, outlook], destination(caldav, "Team")),
      answered(5, [caldav, outlook], toOutlook),
    ];
    const card = cardOf("destination-changed", ...seen);
    expect(card.fix.buttons.map(({ label }) => label)).toEqual(["Keep"]);
    expect(problemRow(card, "", false).button).toEqual({ does: "open", label: "Look" });
  });

  test("opens it to replace a key that is refused", () => {
    const rejection = { kind: "key-rejected", status: 401, rejection: "invalid" } as const;
    const seen = [answered(60, [google], toDana), { minutesAgo: 5, observation: rejection }];
    expect(buttonOf("key-rejected", ...seen)).toEqual({ does: "open", label: "Replace key" });
  });

  test("is a link to where a first calendar is connected", () => {
    expect(buttonOf("no-connections", ...[30, 5].map((minutes) => answered(minutes, [])))).toMatchObject({
      does: "link",
      label: "Connect",
      href: expect.stringMatching(/^https:\/\/app\.cal\.com\//),
    });
  });

  test("is not there for what is only worth a look and can't be changed from here", () => {
    expect(buttonOf("read-only", answered(5, [googleFlagged], toDana))).toBeNull();
    expect(buttonOf("not-selected", answered(5, [googleFlagged], toDana))).toMatchObject({
      label: "Turn on",
    });
  });
});

describe("the two lines of a row", () => {
  test("are what is wrong and what it does to bookings", () => {
    expect(problemRow(cardOf("connection-error", ...broke), "3 problems", false)).toMatchObject({
      title: "No access to Google",
      effect: "No free times, or double bookings",
    });
  });

  test("name those that the row stands for instead", () => {
    expect(
      problemRow(cardOf("selection-lost", ...lost("Family", "Clinic rota")), "3 problems", false),
    ).toMatchObject({
      title: "2 calendars are no longer checked for conflicts",
      effect: "Clinic rota and Family",
    });
  });

  test("are one where the headline says already what is wrong", () => {
    expect(problemRow(cardOf("connection-error", ...broke), "No access to Google", false)).toMatchObject({
      title: "No free times, or double bookings",
      effect: null,
    });
    const several = "2 calendars are no longer checked for conflicts";
    expect(
      problemRow(cardOf("selection-lost", ...lost("Family", "Clinic rota")), several, false),
    ).toMatchObject({
      title: "Clinic rota and Family",
      effect: null,
    });
  });
});

test("of several accounts it is told whose problem it is, and of two connections of one app which", () => {
  const club = connection("google_calendar", 900, [
    calendar("club@example.com", { email: "club@example.com", primary: true }),
  ]);
  const card = cardOf(
    "connection-error",
    answered(60, [google, club], toDana),
    answered(25, [google, broken(club, REVOKED)], toDana),
    answered(15, [google, broken(club, REVOKED)], toDana),
  );
  expect(problemRow(card, "", false).effect).toBe("club@example.com · No free times, or double bookings");
  expect(problemRow(card, "", true).effect).toBe(
    "Dana Lopez · club@example.com · No free times, or double bookings",
  );
});
