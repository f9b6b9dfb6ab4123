import { expect, test } from "vitest";
import { acknowledgedEntries } from "../../../components/popup/problems/AcknowledgedList.tsx";
import { DANA, NOW } from "../../../tests/fixtures/account.ts";
import { answered } from "../../../tests/fixtures/answers.ts";
import { brokenEventTypes, lostEventTypes } from "../../../tests/fixtures/event-types.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { Account } from "../../core/model/account.ts";
import { problemsView } from "./problems-view.ts";

const EIGHT = Array.from({ length: 8 }, (_, index) => `Talk ${index + 1}`);

function card(seen: ReturnType<typeof lostEventTypes>, account: Account = DANA) {
  const { cards } = problemsView([{ ...storedAfter(seen), account }], NOW);
  const [only, ...others] = cards
    .flatMap((one) => [one, ...one.effects])
    .filter(({ findings: [{ subject }] }) => subject.type === "eventType");
  expect(others).toEqual([]);
  if (!only) throw new Error("Nothing is said of event types.");
  return only;
}

test("several event types that lost their calendar are one card, which puts all of them back", () => {
  const { copy, links, fix, findings } = card(lostEventTypes("Intro call", "Review"));
  expect(copy.what).toBe("2 event types no longer add bookings to their own calendar");
  expect(copy.todo).toMatch(/^Put their calendars back/);
  expect(links).toEqual([
    { label: "Intro call", href: "https://app.cal.com/event-types/3001" },
    { label: "Review", href: "https://app.cal.com/event-types/3002" },
  ]);
  expect(fix.buttons).toMatchObject([
    { label: "Put back", message: { type: "restore-event-types", eventTypes: [3001, 3002] } },
  ]);
  expect(findings).toHaveLength(2);
});

test("one alone is said by its name, and can be put back as well", () => {
  const { copy, fix, links } = card(lostEventTypes("Intro call"));
  expect(copy.what).toBe('"Intro call" no longer adds bookings to "Calendar"');
  expect([links, fix.buttons.length]).toEqual([[], 1]);
});

test("of many the first five are named, and how many more there are", () => {
  const { names, links } = card(lostEventTypes(...EIGHT));
  expect(names).toBe("Talk 1, Talk 2, Talk 3, Talk 4, Talk 5 and 3 more");
  expect(links.map(({ label }) => label)).toEqual(EIGHT.slice(0, 5));
});

test("without a web app they are named all the same", () => {
  const { names, links, copy } = card(lostEventTypes("Intro call", "Review"), { ...DANA, webUrl: null });
  expect([names, links, copy.link]).toEqual(["Intro call and Review", [], null]);
});

test("while the calendar is broken there is nothing to put back, and it is said what to do first", () => {
  const broken = card(brokenEventTypes("Intro call", "Review"));
  expect(broken.copy.what).toBe("2 event types add bookings to a calendar that is broken or gone");
  expect(broken.fix.buttons).toEqual([]);
  const gone = [5, 4].map((minutes) => answered(minutes, [google], toDana));
  for (const titles of [["Intro call"], ["Intro call", "Review"]]) {
    const lost = card(
      [...lostEventTypes(...titles).slice(0, -1), lostEventTypes(...titles)[3], ...gone].flatMap(
        (one) => one ?? [],
      ),
    );
    expect([lost.fix.buttons, lost.copy.todo]).toEqual([
      [],
      expect.stringMatching(/^Connect .+ again first/),
    ]);
  }
});

test("marked as expected they are one entry, and each can be taken back", () => {
  const stored = storedAfter(brokenEventTypes("Intro call", "Review"));
  for (const finding of stored.state.findings) finding.acknowledged = true;
  const entries = acknowledgedEntries(problemsView([stored], NOW).acknowledged, false);
  const entry = entries.find(({ card: { findings } }) => findings[0].subject.type === "eventType");
  expect(entry?.details).toBe("Intro call and Review");
  expect(entry?.members().map(({ text }) => text)).toEqual(["Intro call", "Review"]);
});
