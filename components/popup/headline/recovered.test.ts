import { expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, type Seen } from "../../../tests/fixtures/answers.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { Reconnection } from "../../../utils/core/model/records.ts";
import { recoveredApps, recoveredLines } from "./RecoveredLines.tsx";

const MINUTE = 60_000;
const id = { integration: "office365_calendar", credentialId: 212, delegationCredentialId: null };

function apps(change: Partial<Reconnection>, ...more: Seen[]) {
  const reconnection = {
    ...id,
    openedAt: NOW - 70 * MINUTE,
    lookedAt: NOW - MINUTE,
    recovered: true,
    ...change,
  };
  return recoveredApps(
    [storedAfter([answered(60, [google, outlook], toDana), ...more], { reconnections: [reconnection] })],
    NOW,
  );
}

test("a connection that was made anew and works is told of for an hour", () => {
  expect(apps({})).toEqual(["Outlook Calendar"]);
  expect(apps({ lookedAt: NOW - 61 * MINUTE })).toEqual([]);
});

test("a moment that is still to come, since the clock was set back, is none", () => {
  expect(apps({ lookedAt: NOW + 5 * MINUTE })).toEqual([]);
});

test("one that does not work is not", () => {
  expect(apps({ recovered: false })).toEqual([]);
  expect(apps({ lookedAt: null, recovered: false })).toEqual([]);
  expect(apps({}, answered(1, [google, broken(outlook, "Access token expired or revoked")], toDana))).toEqual(
    [],
  );
});

test("what was mended until everything was as before is told of for an hour, and once", () => {
  const anew = { ...outlook, credentialId: 999 };
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(45, [google, broken(outlook, "Access token expired or revoked")], toDana),
    answered(15, [google, anew], toDana),
  ];
  const reconnections = [{ ...id, credentialId: 999, openedAt: NOW, lookedAt: NOW, recovered: true }];
  const lines = (now: number) => recoveredLines([mendingAfter(seen, { reconnections })], now);
  expect(lines(NOW)).toEqual(["Outlook Calendar works again. Everything is as it was."]);
  expect(lines(NOW + 46 * MINUTE)).toEqual(["Outlook Calendar works again."]);
});
