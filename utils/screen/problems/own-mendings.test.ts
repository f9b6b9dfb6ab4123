import { expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination } from "../../../tests/fixtures/answers.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { StoredAccount } from "../stored.ts";
import { problemsView } from "./problems-view.ts";

const REVOKED = "Access token expired or revoked";
const toOutlook = destination(outlook, "Calendar");
const anew = { ...google, credentialId: 999 };
const broke = [
  answered(60, [google, outlook], toDana),
  answered(45, [broken(google, REVOKED), outlook], toOutlook),
];
const added = [...broke, answered(30, [broken(google, REVOKED), anew, outlook], toOutlook)];

function own(stored: StoredAccount): (number | null)[] {
  return problemsView([stored], NOW).mendings.map(({ connection }) => connection.credentialId);
}

test("a mending has a card of its own once no problem tells of the connection, and as long as it goes on", () => {
  expect(own(mendingAfter(broke))).toEqual([]);
  expect(own(mendingAfter(added))).toEqual([]);
  expect(own(mendingAfter([...added, answered(15, [anew, outlook], toOutlook)]))).toEqual([135]);
  expect(own(mendingAfter([...added, answered(15, [anew, outlook], toDana)]))).toEqual([]);
});

test("so has one that was mended in place while bookings still go elsewhere", () => {
  expect(own(mendingAfter([...broke, answered(15, [google, outlook], toOutlook)]))).toEqual([135]);
});

test("one that the person left as it is has none", () => {
  const stored = mendingAfter([...added, answered(15, [anew, outlook], toOutlook)]);
  const mendings = stored.mendings.map((one) => ({ ...one, ended: "dismissed" as const, endedAt: NOW }));
  expect(own({ ...stored, mendings })).toEqual([]);
});
