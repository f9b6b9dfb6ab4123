import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../dev/gallery/account.ts";
import { answered, broken, calendar, connection, failed, type Seen } from "../../../dev/gallery/answers.ts";
import { google, googleFlagged, outlook, toDana } from "../../../dev/gallery/people.ts";
import { problemsView } from "./problems.ts";

const view = (...seen: Seen[]) =>
  problemsView([{ account: DANA, memory: remember(seen), nextCheckAt: null }], NOW);

const many = (count: number, differences = {}) =>
  connection(
    "google_calendar",
    7,
    Array.from({ length: count }, (_, index) => calendar(`Team ${index + 1}`, differences)),
  );

test("errors come before warnings", () => {
  const { cards } = view(
    answered(60, [google, outlook], toDana),
    answered(50, [broken(outlook, "Access token expired or revoked")], toDana),
    answered(40, [broken(outlook, "Access token expired or revoked")], toDana),
  );
  const levels = cards.map(({ level }) => level);
  expect(levels).toEqual([...levels].sort((a, b) => a.localeCompare(b)));
  expect(levels).toContain("warning");
});

test("notices stand together under one line that counts calendars, not flags", () => {
  const { cards, looks } = view(answered(5, [googleFlagged], toDana));
  expect(cards).toEqual([]);
  expect(looks?.title).toBe("4 calendars are read-only or not checked for conflicts");
  expect(looks?.cards.map(({ copy }) => copy.what)).toEqual([
    "3 calendars are not checked for conflicts",
    "3 calendars are read-only",
  ]);
});

test("a line of one kind says just that", () => {
  expect(view(answered(5, [google, many(2, { isSelected: false })], toDana)).looks?.title).toMatch(
    /^2 calendars are not checked for conflicts$/,
  );
  expect(view(answered(5, [google, many(1, { readOnly: true })], toDana)).looks?.title).toBe(
    "1 calendar is read-only",
  );
});

test("a single calendar that is both says both", () => {
  const both = many(1, { readOnly: true, isSelected: false });
  expect(view(answered(5, [google, both], toDana)).looks?.title).toBe(
    "1 calendar is read-only and not checked for conflicts",
  );
});

test("hundreds of lost selections are one card that names a few of them", () => {
  const { cards } = view(
    answered(60, [google, many(300)], toDana),
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
  expect(suspected.map(({ text }) => text)).toEqual([
    "Cal.com can't read Outlook Calendar (dana@contoso.example)",
  ]);
});

test("what is marked as expected is a quiet line, too", () => {
  const memory = remember([answered(5, [googleFlagged], toDana)]);
  for (const finding of memory.findings) finding.expected = true;
  const { looks, expected } = problemsView([{ account: DANA, memory, nextCheckAt: null }], NOW);
  expect(looks).toBeNull();
  expect(expected).toHaveLength(6);
});

test("a missing key is not told as an unreachable server", () => {
  const { cards } = view(answered(300, [google], toDana), failed(5, { reason: "no-key" }));
  expect(cards).toEqual([]);
});
