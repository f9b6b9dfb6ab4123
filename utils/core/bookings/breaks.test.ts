import { describe, expect, test } from "vitest";
import { MINUTE, NOW, remember } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { aMending } from "../../../tests/fixtures/mending.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { BookingsCheck } from "../model/records.ts";
import { connectionId } from "../model/subject.ts";
import { breakOf, lastCheckOf, recentBreaks } from "./breaks.ts";

const id = connectionId({
  integration: "google_calendar",
  credentialId: google.credentialId,
  delegationCredentialId: null,
});
const HOUR = 60 * MINUTE;
const gone = broken(google, "Access token expired or revoked");
const well = remember([answered(15, [google, outlook], toDana)]);
const stands = remember([answered(45, [google, outlook], toDana), answered(15, [gone, outlook], toDana)]);
const doubted = remember([
  answered(45, [google, outlook], toDana),
  answered(1, [broken(google, "Could not get connected calendars"), outlook], toDana),
]);
const mending = aMending({ ...id, lastGoodAt: NOW - 5 * HOUR, brokenAt: NOW - 4 * HOUR });
const ended = (ago: number) => ({ ...mending, endedAt: NOW - ago, ended: "as-before" as const });

describe("bookings can be asked for", () => {
  test("while a break stands confirmed, from when its connection was last well", () => {
    expect(breakOf({ state: stands, mendings: [] }, id, NOW)).toEqual({
      connection: id,
      appName: null,
      since: NOW - 45 * MINUTE,
    });
    expect(breakOf({ state: stands, mendings: [mending] }, id, NOW)?.since).toBe(NOW - 5 * HOUR);
  });

  test("from the break on where the connection was never well", () => {
    const never = { ...stands, connections: stands.connections.map((one) => ({ ...one, lastGoodAt: null })) };
    expect(breakOf({ state: never, mendings: [] }, id, NOW)?.since).toBe(NOW - 15 * MINUTE);
    const unknown = { ...mending, lastGoodAt: null };
    expect(breakOf({ state: well, mendings: [unknown] }, id, NOW)?.since).toBe(NOW - 4 * HOUR);
  });

  test("until a day after it was over", () => {
    expect(breakOf({ state: well, mendings: [ended(23 * HOUR)] }, id, NOW)?.since).toBe(NOW - 5 * HOUR);
    expect(breakOf({ state: well, mendings: [ended(24 * HOUR)] }, id, NOW)).toBeNull();
    expect(breakOf({ state: well, mendings: [ended(-HOUR)] }, id, NOW)).toBeNull();
  });

  test("but not of one that is only in doubt, nor of one that works, nor of another one", () => {
    expect(breakOf({ state: doubted, mendings: [] }, id, NOW)).toBeNull();
    expect(breakOf({ state: well, mendings: [] }, id, NOW)).toBeNull();
    expect(breakOf({ state: stands, mendings: [mending] }, { ...id, credentialId: 212 }, NOW)).toBeNull();
  });

  test("anew when it broke again after it was long over", () => {
    expect(breakOf({ state: stands, mendings: [ended(48 * HOUR)] }, id, NOW)?.since).toBe(NOW - 45 * MINUTE);
  });
});

describe("afterwards are offered", () => {
  test("breaks that are over, for a day, where no card tells of them", () => {
    const since = (state: typeof well, ago: number | null) =>
      recentBreaks({ state, mendings: [ago === null ? mending : ended(ago)] }, NOW).length;
    expect([since(well, HOUR), since(well, null), since(well, 25 * HOUR)]).toEqual([1, 0, 0]);
    expect([since(stands, HOUR), since(stands, null)]).toEqual([0, 0]);
  });
});

test("what was found last is that of this break", () => {
  const check: BookingsCheck = {
    ...id,
    at: NOW,
    since: NOW - HOUR,
    inNoCalendar: 1,
    inCalendar: 0,
    unclear: 0,
    more: false,
    stopped: false,
  };
  const of = { connection: id, appName: null, since: NOW - HOUR };
  expect(lastCheckOf([check], of)).toBe(check);
  expect(lastCheckOf([check], { ...of, since: NOW - 2 * HOUR })).toBeNull();
  expect(lastCheckOf([{ ...check, credentialId: 212 }], of)).toBeNull();
});
