import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { destinationRow } from "../../../tests/fixtures/arbitraries.ts";
import {
  answerOf,
  broken,
  calendar,
  connection,
  delegated,
  destination,
  type Json,
  ORGANISATION,
} from "../../../tests/fixtures/bodies.ts";
import { Replay } from "../../../tests/support/unit/replay.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const calendarsOf = (of: Json) => of.calendars as Json[];

/** An account of an app with its calendars, as each of its connections lists it. */
const account = fc
  .tuple(
    fc.constantFrom("google_calendar", "office365_calendar", "ics-feed_calendar", "apple_calendar"),
    fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 3 }),
    fc.constantFrom("once", "twice", "organisation"),
  )
  .map(([type, flags, connected], ...rest) => ({ type, flags, connected, rest }));

/** Up to three accounts that share no calendar; one may be connected twice, or through the organisation. */
const accounts = fc.array(account, { minLength: 1, maxLength: 3 }).map((all) =>
  all.flatMap(({ type, flags, connected }, at) => {
    const own = connection(
      type,
      100 + at,
      flags.map(([isSelected, readOnly], index) =>
        calendar(`${at}-${index}`, {
          isSelected,
          readOnly,
          primary: index === 0 && type !== "apple_calendar",
        }),
      ),
    );
    if (connected === "organisation") return [delegated(own, `${ORGANISATION}-${at}`)];
    return connected === "twice" ? [own, { ...own, credentialId: 200 + at }] : [own];
  }),
);

/** What providers and servers do to an entry for some minutes; what leaves no doubt is none of it. */
const upset = fc.constantFrom<(of: Json) => unknown[]>(
  (of) => [broken(of)],
  (of) => [broken(of, "Quota exceeded")],
  (of) => [{ ...of, calendars: [], primary: null }],
  (of) => [{ ...of, calendars: [null] }],
  (of) => [{ ...of, calendars: [...calendarsOf(of), {}] }],
  (of) => [{ ...of, calendars: calendarsOf(of).filter(({ isSelected }) => !isSelected) }],
  () => [],
  () => [null],
);
const unharmed = (of: Json): unknown[] => [of];

/** For each entry; at least the first has something. */
const hiccup = fc.tuple(upset, fc.array(fc.option(upset), { minLength: 5, maxLength: 5 }));

/** Bookings go to a calendar that is there. */
function settled([of]: readonly [Json, ...Json[]]): Json {
  const [{ externalId }] = calendarsOf(of) as [Json];
  const { type } = of.integration as { type: string };
  return destination(String(externalId), type, { credentialId: of.credentialId });
}

it("a hiccup shorter than five minutes between two equal healthy answers never notifies", () => {
  fc.assert(
    fc.property(
      accounts,
      hiccup,
      destinationRow,
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
      (list, [one, others], rewritten, seconds) => {
        const row = settled(list as [Json, ...Json[]]);
        const healthy = answerOf(list, row);
        const replay = new Replay();
        const first = replay.answer(healthy);
        replay.wait(1800);
        const during = list.flatMap((of, at) => (at === 0 ? one : (others[at - 1] ?? unharmed))(of));
        const upset = answerOf(during, isListed(during, row) ? row : rewritten);
        const told = seconds.flatMap((pause) => {
          const { notify } = replay.answer(upset);
          replay.wait(pause);
          return notify;
        });
        const last = replay.answer(healthy);
        expect([...told, ...last.notify]).toEqual([]);
        expect(last.findings).toEqual(first.findings);
      },
    ),
    { numRuns: 1_000 },
  );
});

/** The server makes the selections anew, and shows none for a moment. */
it("selections that are away for less than five minutes are never told of", () => {
  fc.assert(
    fc.property(accounts, fc.integer({ min: 1, max: 299 }), (list, seconds) => {
      const row = settled(list as [Json, ...Json[]]);
      const replay = new Replay();
      const first = replay.answer(answerOf(list, row));
      const none = list.map((of) => ({
        ...of,
        calendars: calendarsOf(of).map((one) => ({ ...one, isSelected: false })),
      }));
      const during = replay.wait(1800).answer(answerOf(none, row));
      const last = replay.wait(seconds).answer(answerOf(list, row));
      expect([...during.notify, ...last.notify]).toEqual([]);
      expect(last.findings).toEqual(first.findings);
    }),
    { numRuns: 500 },
  );
});

/** Only a destination that the providers don't list right now is rewritten. */
function isListed(entries: readonly unknown[], { integration, externalId }: Json): boolean {
  return entries.some((entry) => {
    const of = entry as Json | null;
    const isOfApp = (of?.integration as Json | undefined)?.type === integration;
    return isOfApp && (calendarsOf(of as Json) ?? []).some((one) => one?.externalId === externalId);
  });
}
