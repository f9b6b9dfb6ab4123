import { expect, test } from "vitest";
import { DANA } from "../../../tests/fixtures/account.ts";
import { type StatusRecord, statusOf } from "../../../utils/core/model/records.ts";
import { brokenStates } from "./broken.ts";
import { failing } from "./failing.ts";
import { partlyKnown } from "./partly-known.ts";

const STATES: Record<string, () => Record<string, unknown>> = { ...brokenStates, ...failing, ...partlyKnown };

/** The kinds that stand confirmed for an account, each once. */
function confirmed(state: string, account = DANA.id): string[] {
  const record = STATES[state]?.()[statusOf(account)] as StatusRecord;
  const findings = record.state.findings.filter((finding) => finding.confirmed && !finding.inhibited);
  return [...new Set(findings.map(({ kind }) => kind))];
}

// A rule that asks for more before it believes something turns a picture of it into one of nothing.
test.each([
  ["problems", ["connection-error", "destination-changed"]],
  ["selection-lost", ["selection-lost", "connection-gone", "destination-changed"]],
  ["revoked", ["connection-error", "destination-changed"]],
  ["broken-last-known", ["connection-error", "destination-broken"]],
  ["unreachable", ["unreachable"]],
  ["unreachable-with-notices", ["unreachable", "read-only", "not-selected"]],
])("the picture %s shows what it is named after", (state, kinds) => {
  expect(confirmed(state)).toEqual(expect.arrayContaining(kinds));
});

test("what is looked at again is not confirmed in its picture, and an outage of one account is in its own", () => {
  expect(confirmed("checking-again")).not.toContain("connection-error");
  expect(confirmed("part-out", "clinic")).toContain("unreachable");
});
