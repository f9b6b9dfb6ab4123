import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination } from "../../../tests/fixtures/answers.ts";
import { mendingAfter } from "../../../tests/fixtures/mendings.ts";
import { google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedWith } from "../../../tests/fixtures/stored-after.ts";
import { problemRef } from "../../../utils/copy/problem-ref.ts";
import { problemsView } from "../../../utils/screen/problems/problems-view.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { findLinked } from "./find-linked.ts";

const REVOKED = "Access token expired or revoked";
const state = remember([answered(5, [googleFlagged, broken(outlook, REVOKED)], toDana)]);
const all = (of = state, ids = [DANA.id]) => ids.map((id) => storedWith(of, { account: { ...DANA, id } }));
const find = (accounts: StoredAccount[], ref: string) =>
  findLinked(problemsView(accounts, NOW), accounts, ref);

test("every finding leads to what stands for it, a group to each of its findings", () => {
  const whats = state.findings.map((finding) => {
    const found = find(all(), problemRef(DANA.id, finding));
    return found?.place === "shown" && "copy" in found.markable
      ? (found.markable.copy as { what: string }).what
      : null;
  });
  expect(whats).not.toContain(null);
  expect(whats.filter((what) => what === "3 calendars read-only")).toHaveLength(3);
});

test("what rests on a break, or on what works again, is found in the row of that", () => {
  const toOutlook = destination(outlook, "Calendar");
  const seen = [
    answered(60, [google, outlook], toDana),
    answered(30, [broken(google, REVOKED), outlook], toOutlook),
  ];
  for (const stored of [
    mendingAfter(seen),
    mendingAfter([...seen, answered(5, [google, outlook], toOutlook)]),
  ]) {
    const effect = stored.state.findings.find(({ kind }) => kind === "destination-changed");
    if (!effect) throw new Error("Bookings are where they were.");
    expect(find([stored], problemRef(DANA.id, effect))).toMatchObject({
      place: "shown",
      markable: { findings: [{ kind: "destination-changed" }] },
    });
  }
});

test("a suspicion is found among the suspicions", () => {
  const suspicious = remember([
    answered(60, [google, outlook], toDana),
    answered(5, [google, broken(outlook, "Could not get connected calendars")], toDana),
  ]);
  const [finding] = suspicious.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(find(all(suspicious), problemRef(DANA.id, finding))).toMatchObject({
    place: "shown",
    markable: { findings: [{ kind: "connection-error", confirmed: false }] },
  });
});

test("what is marked as expected is found as such", () => {
  const marked = { ...state, findings: state.findings.map((one) => ({ ...one, acknowledged: true })) };
  const [finding] = marked.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(find(all(marked), problemRef(DANA.id, finding))).toEqual({ place: "expected" });
});

test("what is covered leads to what covers it: the same thing, its connection, or the account", () => {
  const covered = remember([
    answered(60, [google, outlook], toDana),
    answered(40, [google, { ...outlook, calendars: outlook.calendars?.slice(0, 1) ?? [] }], toDana),
    answered(20, [google, { ...outlook, calendars: outlook.calendars?.slice(0, 1) ?? [] }], toDana),
    answered(5, [google, broken(outlook, REVOKED)], toDana),
  ]);
  const hidden = covered.findings.filter((one) => one.inhibited && one.endedCounted === null);
  expect(hidden.map(({ kind }) => kind)).toContain("calendar-gone");
  for (const finding of hidden) {
    expect(find(all(covered), problemRef(DANA.id, finding))).toMatchObject({
      place: "shown",
      markable: { findings: [{ kind: "connection-error" }] },
    });
  }
});

test("what is over, or another account's, is not found", () => {
  const [finding] = state.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(find(all(remember([answered(5, [google], toDana)])), problemRef(DANA.id, finding))).toBeNull();
  expect(find(all(), problemRef("somebody", finding))).toBeNull();
});

test("of two accounts with the same problem, it is the one that is meant", () => {
  const [finding] = state.findings;
  if (!finding) throw new Error("There is no finding.");
  expect(find(all(state, ["a", "b"]), problemRef("b", finding))).toMatchObject({
    markable: { account: { id: "b" } },
  });
});
