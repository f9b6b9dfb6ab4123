import { expect, test } from "vitest";
import { EVERY_ACTION } from "../../../tests/fixtures/performed.ts";
import { NOW } from "../../../tests/support/unit/world.ts";
import { applyAction } from "../../core/findings/apply-action.ts";
import { emptyAccountState } from "../../core/model/account-state.ts";
import { readAction } from "./action.ts";
import { doOf } from "./do.ts";

/** What a recording has no words for. */
const UNTOLD = ["unacknowledge", "snooze-problem", "end-snooze-problem"];
const told = EVERY_ACTION.filter(({ action }) => !UNTOLD.includes(action));

test.each(told)("what is written of $action is read as the same action", (action) => {
  const [written, ...more] = doOf(action, NOW);
  expect(more).toEqual([]);
  const read = readAction(JSON.parse(JSON.stringify(written)));
  if (action.action === "acknowledge") {
    const [finding] = action.findings;
    expect(finding && "matches" in read && read.matches(finding)).toBe(true);
    // When a mark ends is left out.
    expect(read).not.toHaveProperty("until");
  } else if (action.action === "end-snooze") {
    const snoozed = { ...emptyAccountState(), snoozeUntil: NOW + 60_000 };
    expect(applyAction(snoozed, read, NOW)).toEqual(applyAction(snoozed, action, NOW));
    expect(applyAction(snoozed, read, NOW).snoozeUntil).toBeNull();
  } else expect(read).toEqual(action);
});

test("that a mark was taken back can't be said, nor that one problem is snoozed", () => {
  const untold = EVERY_ACTION.filter(({ action }) => UNTOLD.includes(action));
  expect(untold).toHaveLength(UNTOLD.length);
  for (const action of untold) expect(doOf(action, NOW)).toEqual([]);
});
