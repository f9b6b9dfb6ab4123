import { expect, test } from "vitest";
import { anAccountState, goodAnswer, NOW } from "../../../tests/support/unit/world.ts";
import { type AccountState, emptyAccountState, type RememberedConnection } from "../model/account-state.ts";
import { evaluate } from "./evaluate.ts";
import { summarise } from "./summary.ts";
import { withDoubts } from "./with-doubts.ts";

const { state: WELL } = evaluate(emptyAccountState(), goodAnswer(3), NOW, { intervalMinutes: 30 });

/** The same, with a connection that is so, and of which no finding says it. */
function being(change: Partial<RememberedConnection>): AccountState {
  return { ...WELL, connections: WELL.connections.map((one) => ({ ...one, ...change })) };
}

test("a state in which all is well, or nothing is known, is the same", () => {
  expect(withDoubts(WELL, NOW)).toEqual(WELL);
  expect(withDoubts(anAccountState(), NOW)).toEqual(anAccountState());
});

test.each([
  ["broken", "connection-error"],
  ["missing", "connection-gone"],
] as const)("a connection that is %s is in doubt where no finding says so any more", (condition, kind) => {
  const { findings } = withDoubts(being({ condition }), NOW);
  expect(findings).toMatchObject([{ kind, confirmed: false, inhibited: false, since: NOW }]);
});

test("what can't be identified is no connection that could be gone", () => {
  const { findings } = withDoubts(being({ condition: "missing", credentialId: null }), NOW);
  expect(findings).toMatchObject([{ kind: "connection-error", confirmed: false }]);
});

test("a finding that says so is left as it is", () => {
  const doubted = withDoubts(being({ condition: "broken" }), NOW);
  const [finding] = doubted.findings;
  const told = {
    ...doubted,
    findings: finding ? [{ ...finding, confirmed: true, confirmedAt: NOW - 5 }] : [],
  };
  expect(withDoubts(told, NOW + 1)).toEqual(told);
});

test("nothing of it is told, and the next answer ends it, or confirms it after five minutes", () => {
  const doubted = withDoubts(being({ condition: "broken" }), NOW);
  expect(summarise([doubted], "notice")).toMatchObject({ count: 0 });
  const well = evaluate(doubted, goodAnswer(3), NOW + 1, { intervalMinutes: 30 });
  expect(well.state.findings).toEqual([]);
  expect(well.changes.notify).toEqual([]);
});
