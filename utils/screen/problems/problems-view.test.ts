import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  failed,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter, storedWith } from "../../../tests/fixtures/stored-after.ts";
import { problemsView } from "./problems-view.ts";

const view = (...seen: Seen[]) => problemsView([storedAfter(seen)], NOW);

const many = (count: number, differences = {}) =>
  connection(
    "google_calendar",
    7,
    Array.from({ length: count }, (_, index) => calendar(`Team ${index + 1}`, differences)),
  );

test("errors come before warnings", () => {
  const less = {
    ...google,
    calendars: google.calendars.map((one) => ({ ...one, isSelected: one.name !== "Family" })),
  };
  const revoked = broken(outlook, "Access token expired or revoked");
  const { cards } = view(
    answered(60, [google, outlook], toDana),
    answered(50, [less, revoked], toDana),
    answered(40, [less, revoked], toDana),
  );
  expect(cards.map(({ level, copy }) => [level, copy.what])).toEqual([
    ["error", "No access to Outlook"],
    ["warning", '"Family" is no longer checked for conflicts'],
  ]);
});

test("notices stand together under one line that counts calendars, not flags", () => {
  const { cards, notices } = view(answered(5, [googleFlagged], toDana));
  expect(cards).toEqual([]);
  expect(notices?.title).toBe("4 calendars read-only or not checked");
  expect(notices?.cards.map(({ copy }) => copy.what)).toEqual([
    "3 calendars not checked for conflicts",
    "3 calendars read-only",
  ]);
});

test("a line of one kind says just that", () => {
  expect(view(answered(5, [google, many(2, { isSelected: false })], toDana)).notices?.title).toMatch(
    /^2 calendars not checked for conflicts$/,
  );
  expect(view(answered(5, [google, many(1, { readOnly: true })], toDana)).notices?.title).toBe(
    "1 calendar read-only",
  );
});

test("a single calendar that is both says both", () => {
  const both = many(1, { readOnly: true, isSelected: false });
  expect(view(answered(5, [google, both], toDana)).notices?.title).toBe(
    "1 calendar read-only and not checked",
  );
});

test("hundreds of lost selections are one card that names a few of them", () => {
  const { cards } = view(
    answered(60, [google, many(300)], toDana),
    answered(30, [google, many(300, { isSelected: false })], toDana),
    answered(5, [google, many(300, { isSelected: false })], toDana),
  );
  const lost = cards.filter(({ copy }) => copy.what.includes("no longer checked"));
  expect(lost).toHaveLength(1);
  expect(lost[0]?.copy.what).toBe("300 calendars are no longer checked for conflicts");
  expect(lost[0]?.names).toMatch(/^Team .*296 more$/);
});

test("a suspicion is a quiet line, not a card", () => {
  const { cards, suspected } = view(
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  );
  expect(cards).toEqual([]);
  expect(suspected.map(({ text }) => text)).toEqual(["Outlook can't be read (dana@contoso.example)"]);
});

test("what is marked as expected is neither a card nor a suspicion", () => {
  const state = remember([answered(5, [googleFlagged], toDana)]);
  for (const finding of state.findings) finding.acknowledged = true;
  const { notices, acknowledged } = problemsView([storedWith(state)], NOW);
  expect(notices).toBeNull();
  expect(acknowledged.map(({ findings }) => findings.length)).toEqual([6]);
});

test("a suspicion that is marked as expected is no longer among the suspicions", () => {
  const state = remember([
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  ]);
  for (const finding of state.findings) finding.acknowledged = true;
  const { suspected, acknowledged } = problemsView([storedWith(state)], NOW);
  expect(suspected).toEqual([]);
  expect(acknowledged[0]?.findings.map(({ kind }) => kind)).toEqual(["connection-error"]);
});

test("with several accounts a suspicion says whose it is", () => {
  const state = remember([
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  ]);
  const of = (id: string, label: string) => storedWith(state, { account: { ...DANA, id, label } });
  const { suspected } = problemsView([of("a", "Home"), of("b", "Clinic")], NOW);
  expect(suspected.map(({ text }) => text)).toEqual([
    "Outlook can't be read (dana@contoso.example · Home)",
    "Outlook can't be read (dana@contoso.example · Clinic)",
  ]);
});

test("a missing key is not told as an unreachable server", () => {
  const { cards } = view(answered(300, [google], toDana), failed(5, { reason: "no-key" }));
  expect(cards).toEqual([]);
});

test("while nothing is selected, that a main calendar is not is folded away, and it is named in what to do", () => {
  const unselected = connection("google_calendar", 7, [
    calendar("dana@example.com", { primary: true, isSelected: false }),
    calendar("Family", { isSelected: false }),
  ]);
  const { cards, notices } = view(answered(5, [unselected], destination(unselected, "dana@example.com")));
  expect(cards.map(({ copy }) => copy.what)).toEqual(["Your account checks no calendar for conflicts"]);
  expect(cards[0]?.copy.todo).toContain('your main calendar "dana@example.com"');
  expect(notices?.title).toBe("2 calendars not checked for conflicts");
});

const feedOnly = connection("ics-feed_calendar", 9, [calendar("Holidays", { readOnly: true })]);

test("a read-only destination is told of as one, not as nothing to do", () => {
  const { cards, notices } = view(answered(5, [feedOnly], destination(feedOnly, "Holidays")));
  expect(cards[0]?.copy.todo).toMatch(/^None of your calendars can be written to/);
  expect(cards[0]?.copy.consequence).toMatch(/you do not see them in any/);
  expect(notices?.cards.map(({ copy }) => copy.todo).join()).not.toContain("nothing to do");

  const withGoogle = view(answered(5, [feedOnly, google], destination(feedOnly, "Holidays")));
  expect(withGoogle.cards[0]?.copy.todo).toMatch(/^Choose a calendar/);
});

test("the destination stands apart from other calendars that are read-only", () => {
  const two = many(2, { readOnly: true });
  const { notices } = view(answered(5, [feedOnly, two], destination(feedOnly, "Holidays")));
  expect(notices?.cards.map(({ copy }) => copy.what)).toEqual([
    "2 calendars read-only",
    '"Holidays" is read-only',
  ]);
});

test("a calendar reached through two accounts is one card that names both", () => {
  const through = (id: number, email: string, differences = {}) =>
    connection("google_calendar", id, [
      calendar(email, { email, primary: true }),
      calendar("Shared", { externalId: "shared@example.com", ...differences }),
    ]);
  const both = (differences = {}) => [
    through(1, "dana@example.com", differences),
    through(2, "side@example.com", differences),
  ];
  const { notices } = view(answered(5, both({ readOnly: true }), toDana));
  expect(notices?.cards.map(({ copy }) => [copy.what, copy.where])).toEqual([
    ['"Shared" is read-only', "Google Calendar · dana@example.com and side@example.com"],
  ]);
  const { cards } = view(
    answered(60, both(), toDana),
    answered(30, both({ isSelected: false }), toDana),
    answered(5, both({ isSelected: false }), toDana),
  );
  const lost = cards.filter(({ findings: [{ kind }] }) => kind === "selection-lost");
  expect(lost.map(({ copy, findings }) => [copy.what, findings.length])).toEqual([
    ['"Shared" is no longer checked for conflicts', 2],
  ]);
});

test("a name that two calendars have comes with its account", () => {
  const team = (id: number, email: string, readOnly: boolean) =>
    connection("google_calendar", id, [
      calendar(email, { email, primary: true }),
      calendar("Team", { externalId: `team${id}`, readOnly }),
    ]);
  const { notices } = view(
    answered(5, [team(1, "dana@example.com", false), team(2, "side@example.com", true)], toDana),
  );
  expect(notices?.cards[0]?.copy.what).toBe('"Team (in side@example.com)" is read-only');
  expect(notices?.cards[0]?.copy.where).toBe("Google Calendar");
});

test("several calendars are counted and named once, however many connections list them", () => {
  const twice = (readOnly: boolean) =>
    [1, 2].map((id) =>
      connection(
        "google_calendar",
        id,
        ["Own", "Rota", "Rooms"].map((name, index) =>
          calendar(name, {
            email: "dana@example.com",
            primary: index === 0,
            readOnly: readOnly && index > 0,
          }),
        ),
      ),
    );
  const { notices } = view(answered(5, twice(true), toDana));
  const card = notices?.cards.find(({ copy }) => copy.what.includes("read-only"));
  expect(card?.copy.what).toBe("2 calendars read-only");
  expect(card?.names).toBe("Rooms and Rota");
  expect(card?.findings).toHaveLength(4);
});
