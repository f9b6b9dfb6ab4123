import { expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, type Seen } from "../../../tests/fixtures/answers.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { Reconnection } from "../../../utils/core/model/records.ts";
import { recoveredApps } from "./RecoveredLines.tsx";

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
