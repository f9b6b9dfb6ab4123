import { describe, expect, test } from "vitest";
import { DANA, NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination, type Seen, withEventTypes } from "../../../tests/fixtures/answers.ts";
import { brokenEventTypes } from "../../../tests/fixtures/event-types.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { StoredAccount } from "../stored.ts";
import type { Card } from "./fix.ts";
import { problemsView } from "./problems-view.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");
const anew = { ...google, credentialId: 999 };
const withoutFamily = (of = google) => ({
  ...of,
  calendars: of.calendars.map((one) => ({ ...one, isSelected: one.name !== "Family" })),
});

const kindOf = ({ findings: [{ kind }] }: Card) => kind;
/** Each card by its kind, with the kinds of what rests on it. */
const told = (...accounts: StoredAccount[]) =>
  problemsView(accounts, NOW).cards.map((card) => [kindOf(card), card.effects.map(kindOf)]);
const mended = (stored: StoredAccount) =>
  problemsView([stored], NOW).mendings.map(({ title, effects }) => [title, effects.map(kindOf)]);

/** The same account in which findings of a kind are marked as expected. */
function expecting(stored: StoredAccount, kind: string): StoredAccount {
  const findings = stored.state.findings.map((one) =>
    one.kind === kind ? { ...one, acknowledged: true } : one,
  );
  return { ...stored, state: { ...stored.state, findings } };
}

describe("inside the broken connection", () => {
  test("is that bookings go to a calendar of it", () => {
    const seen = [
      answered(60, [google, outlook], toDana),
      answered(5, [broken(google, REVOKED), outlook], toDana),
    ];
    expect(told(storedAfter(seen))).toEqual([["connection-error", ["destination-broken"]]]);
  });

  test("is that bookings moved away from a calendar of it", () => {
    const seen = [
      answered(60, [google, outlook], toDana),
      answered(5, [broken(google, REVOKED), outlook], toOutlook),
    ];
    expect(told(storedAfter(seen))).toEqual([["connection-error", ["destination-changed"]]]);
  });

  test("are the event types with a calendar of it, as one", () => {
    const stored = storedAfter(brokenEventTypes("Intro call", "Review"));
    expect(told(stored)).toEqual([["connection-error", ["event-type-destination-broken"]]]);
    const [effect] = problemsView([stored], NOW).cards[0]?.effects ?? [];
    expect(effect?.findings).toHaveLength(2);
  });

  test("is nothing that rests on another connection, or on none", () => {
    const seen = [
      answered(60, [google, outlook, apple], toDana),
      ...[30, 5].map((minutes) =>
        answered(minutes, [withoutFamily(), broken(outlook, REVOKED), apple], toDana),
      ),
    ];
    expect(told(storedAfter(seen))).toEqual([
      ["connection-error", []],
      ["selection-lost", []],
    ]);
  });

  test("makes it as grave as the gravest of them", () => {
    const after = (to: typeof toDana) => {
      const gone = [30, 5].map((minutes) => answered(minutes, [google], to));
      const { cards } = problemsView([storedAfter([answered(60, [google, outlook], to), ...gone])], NOW);
      return cards.map((card) => [kindOf(card), card.effects.map(({ level }) => level), card.level]);
    };
    expect(after(toDana)).toEqual([["connection-gone", [], "warning"]]);
    expect(after(toOutlook)).toEqual([["connection-gone", ["error"], "error"]]);
  });
});

test("of two broken connections each has its own effects", () => {
  const before = withEventTypes(answered(60, [google, outlook], toDana), [["Intro call", outlook]]);
  const after = withEventTypes(answered(5, [broken(google, REVOKED), broken(outlook, REVOKED)], toDana), [
    ["Intro call", outlook],
  ]);
  const { cards } = problemsView([storedAfter([before, after])], NOW);
  expect(cards.map(({ copy, effects }) => [copy.what, effects.map(kindOf)])).toEqual([
    ["No access to Google", ["destination-broken"]],
    ["No access to Outlook", ["event-type-destination-broken"]],
  ]);
});

describe("inside what works again", () => {
  const broke: Seen[] = [
    answered(60, [google, outlook], toDana),
    answered(45, [broken(google, REVOKED), outlook], toOutlook),
    answered(40, [broken(google, REVOKED), anew, outlook], toOutlook),
  ];

  test("is that bookings are still elsewhere", () => {
    const stored = mendingAfter([...broke, answered(15, [anew, outlook], toOutlook)]);
    expect(told(stored)).toEqual([]);
    expect(mended(stored)).toEqual([
      ["Google works again, but not everything is as it was", ["destination-changed"]],
    ]);
  });

  test("is that a calendar which was checked is not any more", () => {
    const lost = [30, 15].map((minutes) => answered(minutes, [withoutFamily(), outlook], toDana));
    const seen = [
      answered(60, [google, outlook], toDana),
      answered(45, [broken(google, REVOKED), outlook], toDana),
    ];
    const stored = mendingAfter([...seen, ...lost]);
    expect(told(stored)).toEqual([]);
    expect(mended(stored)).toEqual([
      ["Google works again, but not everything is as it was", ["selection-lost"]],
    ]);
  });
});

test("what rests on a break that is marked as expected stands alone", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(5, [broken(google, REVOKED), outlook], toDana),
  ];
  expect(told(expecting(mendingAfter(seen), "connection-error"))).toEqual([["destination-broken", []]]);
});

test("what is marked as expected is no effect any more", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(5, [broken(google, REVOKED), outlook], toDana),
  ];
  expect(told(expecting(mendingAfter(seen), "destination-broken"))).toEqual([["connection-error", []]]);
});

test("of several accounts none has the effects of another's break", () => {
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(5, [broken(google, REVOKED), outlook], toDana),
  ];
  const of = (id: string) => storedAfter(seen, { account: { ...DANA, id, label: id } });
  expect(told(expecting(of("a"), "connection-error"), of("b"))).toEqual([
    ["destination-broken", []],
    ["connection-error", ["destination-broken"]],
  ]);
  const both = problemsView([of("a"), of("b")], NOW).cards;
  expect(both.map(({ account, effects }) => [account.id, effects.map((one) => one.account.id)])).toEqual([
    ["a", ["a"]],
    ["b", ["b"]],
  ]);
});
