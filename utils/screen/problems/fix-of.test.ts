import { describe, expect, test } from "vitest";
import { elementId } from "../../../components/popup/problems/find-linked.ts";
import { NOW } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import {
  apple,
  caldav,
  feed,
  google,
  googleFlagged,
  outlook,
  toDana,
} from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { calendarSubject, type Subject } from "../../core/model/subject.ts";
import type { StoredAccount } from "../stored.ts";
import { IN_LIST, NO_FIX } from "./fix.ts";
import { selectAllFix } from "./fix-of.ts";
import { problemsView } from "./problems-view.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");

function cardsOf(seen: Seen[], change: Partial<StoredAccount> = {}) {
  const { cards, notices } = problemsView([storedAfter(seen, change)], NOW);
  return [...cards.flatMap((card) => [card, ...card.effects]), ...(notices?.cards ?? [])];
}

function cardOf(kind: string, seen: Seen[], change: Partial<StoredAccount> = {}) {
  const card = cardsOf(seen, change).find(({ findings }) => findings[0].kind === kind);
  if (!card) throw new Error(`There is no card for ${kind}.`);
  return card;
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...calendar(`Room ${index + 1}`, { isSelected: false }),
    integration: google.type,
  }));

const labels = (card: ReturnType<typeof cardOf>) => card.fix.buttons.map(({ label }) => label);

test("a destination that moved without a break can be restored or kept", () => {
  const card = cardOf("destination-changed", [
    answered(60, [google, outlook], toDana),
    answered(15, [google, outlook], toOutlook),
  ]);
  expect(labels(card)).toEqual(["Put back", "Keep"]);
  expect(card.copy.todo).toBe('If you did not change it yourself, put bookings back on "dana@example.com".');
  // If it is kept it is set anew from here.
  expect(card.fix.replacesLink).toBe(true);
});

test("within one connection nothing has to be chosen once more", () => {
  const card = cardOf("destination-changed", [
    answered(60, [google, outlook], toDana),
    answered(15, [google, outlook], destination(google, "Family")),
  ]);
  expect(card.copy.todo).toBe('If you did not change it yourself, put bookings back on "dana@example.com".');
  expect(card.copy.consequence).not.toContain("in no calendar");
  expect(card.fix.replacesLink).toBe(true);
});

test("while its connection is broken its app has to be connected again first, and is offered again once that is back", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(30, [broken(google, REVOKED), outlook], toOutlook),
  ];
  const during = cardOf("destination-changed", seen);
  expect(labels(during)).toEqual(["Keep"]);
  expect(during.copy.todo).toBe(
    'Google Calendar has to work again first. Then bookings can be put back on "dana@example.com" here.',
  );
  const after = cardOf("destination-changed", [...seen, answered(15, [google, outlook], toOutlook)]);
  expect(labels(after)).toEqual(["Put back", "Keep"]);
  expect(after.copy.todo).toMatch(/^Google Calendar is back\. Put bookings back on "dana@example\.com"\?/);
  expect(after.copy.consequence).toContain("in no calendar at all");
});

test("of an organization's connection it is an administrator who has to act first", () => {
  const delegated = { ...google, delegationCredentialId: "d1" };
  const card = cardOf("destination-changed", [
    answered(60, [delegated, outlook], toDana),
    answered(30, [broken(delegated, REVOKED), outlook], toOutlook),
  ]);
  expect(card.copy.todo).toBe(
    'An administrator of your organization has to repair Google Calendar first. Then bookings can be put back on "dana@example.com" here.',
  );
});

test("of an app that can't be set from here only the way to the web app is left", () => {
  const card = cardOf("destination-changed", [
    answered(60, [caldav, outlook], destination(caldav, "Team")),
    answered(15, [caldav, outlook], toOutlook),
  ]);
  expect(labels(card)).toEqual(["Keep"]);
  expect(card.fix.replacesLink).toBe(false);
  expect(card.copy.todo).toContain("Cal.com's own pages");
});

test("one that no connection lists any more can be replaced by another", () => {
  const less = { ...google, calendars: google.calendars.slice(1) };
  const card = cardOf("destination-changed", [
    answered(60, [google, outlook], toDana),
    answered(30, [less, outlook], toOutlook),
    answered(15, [less, outlook], toOutlook),
  ]);
  expect(labels(card)).toEqual(["Keep"]);
  expect(card.fix.choices.map(({ name }) => name)).toContain("Clinic rota");
});

test("without a destination one can be chosen among calendars that can be set and written to", () => {
  const card = cardOf("destination-missing", [answered(15, [googleFlagged, caldav, feed, apple])]);
  expect(card.fix.choices.map(({ name }) => name)).toEqual([
    "dana@example.com",
    "Clinic rota",
    "Family",
    "Football fixtures",
    "Home",
    "Unnamed calendar",
  ]);
});

test("an account without a web app is offered no way there", () => {
  const stored = storedAfter([answered(15, [broken(outlook, REVOKED)])]);
  const { cards } = problemsView([{ ...stored, account: { ...stored.account, webUrl: null } }], NOW);
  expect(cards.flatMap(({ fix }) => fix.buttons)).toEqual([]);
});

test("a calendar that lost its selection is selected from its card; several are selected by one button", () => {
  const lost = (count: number) => ({
    ...google,
    calendars: google.calendars.map((each, index) => ({ ...each, isSelected: index >= count })),
  });
  const seen = [
    answered(60, [google], toDana),
    answered(30, [lost(1)], toDana),
    answered(15, [lost(1)], toDana),
  ];
  const [one] = cardsOf(seen);
  expect(one?.fix.buttons).toMatchObject([
    {
      label: "Check for conflicts",
      message: { type: "select-calendar", calendar: { externalId: "dana@example.com" } },
    },
  ]);
  const group = cardOf("not-selected", [answered(15, [{ ...googleFlagged }], toDana)]);
  const [button, ...others] = group.fix.buttons;
  expect([button?.label, button?.short, others]).toEqual(["Check all of them for conflicts", "Turn on", []]);
  const asked = [button?.message, ...(button?.also ?? []).map(({ message }) => message)];
  expect(asked).toMatchObject(
    ["Building", "Football fixtures", "Team rota"].map((externalId) => ({
      type: "select-calendar",
      calendar: { externalId },
    })),
  );
});

test("of a connection without any selected calendar its main one is offered, by name", () => {
  const unchecked = {
    ...outlook,
    calendars: outlook.calendars.map((each) => ({ ...each, isSelected: false })),
  };
  const card = cardOf("connection-unchecked", [answered(15, [google, unchecked], toDana)]);
  expect(labels(card)).toEqual(['Check "Calendar" for conflicts']);
  const noMain = connection(
    "zoho_calendar",
    9,
    unchecked.calendars.map((each) => ({ ...each, primary: false })),
  );
  const other = cardOf("connection-unchecked", [answered(15, [google, noMain], toDana)]);
  expect(labels(other)).toEqual([]);
});

test("without any selected calendar in the account, the main one is offered", () => {
  const none = { ...google, calendars: google.calendars.map((each) => ({ ...each, isSelected: false })) };
  const card = cardOf("nothing-selected", [answered(15, [none], toDana)]);
  expect(labels(card)).toEqual(['Check "dana@example.com" for conflicts']);
});

test("a connection that is broken or gone is mended in steps, which have the links", () => {
  const card = cardOf("connection-error", [
    answered(60, [google, outlook], toDana),
    answered(15, [google, broken(outlook, REVOKED)], toDana),
  ]);
  const { fix } = card;
  expect(fix.mending?.connection).toMatchObject({ type: "connection", credentialId: 212 });
  expect(fix).toMatchObject({ buttons: [], administratorText: null, reconnecting: null, replacesLink: true });
  const gone = cardOf("connection-gone", [
    answered(60, [google, outlook], toDana),
    ...[30, 15].map((minutes) => answered(minutes, [google], toDana)),
  ]);
  expect(gone.fix.mending?.connection).toMatchObject({ credentialId: 212 });
});

test("an app that the server can't use is not connected again", () => {
  const unusable = broken(outlook, "Could not get calendar instance");
  const card = cardOf("connection-error", [
    answered(60, [google, outlook]),
    answered(15, [google, unusable]),
  ]);
  expect(card.fix.buttons).toEqual([]);
  expect(card.fix.mending).toBeNull();
});

/** A calendar of Google with another id from the second answer on, in which nothing is selected. */
function moved(to: ReturnType<typeof destination>): Seen[] {
  const renewed = {
    ...google,
    calendars: google.calendars.map((each) =>
      each.name === "Family" ? { ...each, externalId: "family-2", isSelected: false } : each,
    ),
  };
  return [
    answered(60, [google, outlook], destination(google, "Family")),
    answered(30, [renewed, outlook], to),
    answered(15, [renewed, outlook], to),
  ];
}

test("a calendar with a new id is checked again, and gets its bookings back, with one button", () => {
  const card = cardOf("calendar-moved", moved(toDana));
  expect(card.copy.what).toBe('"Family" has a new id and is not checked');
  expect(card.copy.todo).toBe("Check it for conflicts again, and put bookings back on it.");
  expect(card.fix.buttons).toMatchObject([
    {
      label: "Check for conflicts and put bookings back",
      message: { type: "select-calendar", calendar: { externalId: "family-2" } },
      also: [
        {
          message: { type: "restore-destination" },
          place: elementId(cardOf("destination-changed", moved(toDana))),
        },
      ],
    },
  ]);
});

test("where bookings go to it, it is only checked again", () => {
  const card = cardOf("calendar-moved", moved(destination(google, "family-2")));
  expect(card.copy.todo).toBe("Check it for conflicts again.");
  expect(labels(card)).toEqual(["Check for conflicts"]);
  expect(card.fix.buttons[0]?.also).toBeUndefined();
});

describe("several calendars are selected by one button", () => {
  const { account, state } = storedAfter([
    answered(15, [{ ...google, calendars: many(21) }, outlook], toOutlook),
  ]);
  const [listed] = state.connections;
  if (!listed) throw new Error("There is no connection.");
  const subjects = listed.calendars.map(({ externalId }) => calendarSubject(listed, externalId));
  const fix = (...of: Subject[]) => selectAllFix({ account, state, now: NOW }, of);

  test("which asks for each, and says of each that it is done", () => {
    const [button, ...others] = fix(...subjects.slice(0, 3)).buttons;
    expect(others).toEqual([]);
    const asked = [button, ...(button?.also ?? [])];
    expect(asked.map((one) => one?.done)).toEqual([
      "Room 1 is now checked for conflicts.",
      "Room 2 is now checked for conflicts.",
      "Room 3 is now checked for conflicts.",
    ]);
    // Why nothing came of one is said in its own row.
    expect(button?.also?.map(({ place }) => place)).toEqual([IN_LIST, IN_LIST]);
  });

  test("which replaces the link", () => {
    expect(fix(...subjects.slice(0, 2)).replacesLink).toBe(true);
  });

  test("but not more than are looked through", () => {
    expect(fix(...subjects.slice(0, 20)).buttons).toHaveLength(1);
    expect(fix(...subjects)).toEqual(NO_FIX);
  });

  test("and not where one of them is not listed any more", () => {
    expect(fix(...subjects.slice(0, 2), calendarSubject(listed, "gone"))).toEqual(NO_FIX);
  });
});
