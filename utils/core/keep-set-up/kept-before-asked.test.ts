import { describe, expect, test } from "vitest";
import { type Known, removed } from "../../../tests/support/unit/due-acts.ts";
import { DAY } from "../time.ts";
import { actsOfLastDay, withAct } from "./next-act.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };

describe("what is done is kept before it is asked for", () => {
  const { known, now } = removed();
  const rewrite = { at: 1, to: null, writtenAt: null, tried: false };
  const isTried = (status: Known) => status.automatic.rewrite?.tried;
  const status = { ...known, automatic: { ...known.automatic, rewrite } };

  test("with its time, and what it is", () => {
    const acts = [now - DAY, now - 1];
    const act = { what: "destination", integration: null, externalId: "x" } as const;
    const { automatic } = withAct({ ...known, automatic: { ...known.automatic, acts } }, act, now);
    expect(automatic).toMatchObject({ acts: [now - 1, now], underWay: act, rewrite: null });
  });

  test("a calendar is not tried again, and no more than 100 are remembered", () => {
    const of = (id: number) => ({ what: "calendar", ...GOOGLE, externalId: `c${id}` }) as const;
    let after: Known = status;
    for (let id = 0; id < 101; id += 1) after = withAct(after, of(id), now);
    const { triedCalendars } = after.automatic;
    expect(triedCalendars).toHaveLength(100);
    expect([triedCalendars[0], triedCalendars.at(-1)]).toEqual([
      { ...GOOGLE, externalId: "c1" },
      { ...GOOGLE, externalId: "c100" },
    ]);
    expect(isTried(after)).toBe(false);
    expect(after.mendings).toEqual(known.mendings);
  });

  test("bookings are not tried again, by themselves or along with everything", () => {
    const everything = { what: "everything", ...GOOGLE } as const;
    const alone = withAct(status, { what: "destination", integration: null, externalId: "x" }, now);
    expect(isTried(alone)).toBe(true);
    expect(alone.mendings).toEqual(known.mendings);
    expect(isTried(withAct(status, { ...everything, withBookings: true }, now))).toBe(true);
    expect(isTried(withAct(status, { ...everything, withBookings: false }, now))).toBe(false);
    expect(withAct(known, { ...everything, withBookings: true }, now).automatic.rewrite).toBeNull();
  });

  test("of the mending that it is of alone", () => {
    const [mending] = known.mendings;
    if (!mending) throw new Error("Nothing broke.");
    const other = { ...mending, credentialId: 77 };
    const both = { ...status, mendings: [other, mending] };
    const act = { what: "everything", withBookings: false, ...GOOGLE } as const;
    expect(withAct(both, act, now).mendings).toEqual([
      other,
      { ...mending, triedByItself: true, restoringSince: now },
    ]);
  });
});

test("what seems to be yet to come was just now", () => {
  expect(actsOfLastDay([5 * DAY, 10 * DAY, 11 * DAY, 12 * DAY], 11 * DAY)).toEqual(
    [10 * DAY + 1, 11 * DAY, 11 * DAY].slice(1),
  );
});
