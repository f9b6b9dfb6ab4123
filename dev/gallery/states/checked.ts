import { DANA, MINUTE, NOW, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, failed, type Seen } from "../../../tests/fixtures/answers.ts";
import { apple, feed, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { type AccountState, emptyAccountState } from "../../../utils/core/model/account-state.ts";
import { type ChecksLog, emptyChecksLog } from "../../../utils/core/model/checks-log.ts";
import { ACCOUNTS, checksOf } from "../../../utils/core/model/records.ts";
import { withCheck } from "../../../utils/diagnostics/with-check.ts";

const good = (minutesAgo: number) => answered(minutesAgo, [googleFlagged, outlook, apple, feed], toDana);
const bad = (minutesAgo: number) =>
  answered(
    minutesAgo,
    [googleFlagged, broken(outlook, "Failed to read dana@contoso.example"), apple, feed],
    toDana,
  );
const SEEN: readonly Seen[] = [
  ...Array.from({ length: 54 }, (_, index) => good(1_800 - index * 30)),
  failed(170, { reason: "server-failed", status: 502 }),
  failed(140, { reason: "timed-out" }),
  bad(60),
  bad(54),
  good(45),
  bad(15),
];
const WORK = { ...DANA, id: "work", label: "Work" };

/** Two accounts with a log of their checks. */
export const checked = {
  checked: () => {
    const state = remember(SEEN);
    return {
      ...stored(state),
      ...stored(state, WORK),
      [ACCOUNTS]: { version: 1, accounts: [DANA, WORK] },
      [checksOf(DANA.id)]: { version: 1, ...logOf(SEEN) },
      [checksOf(WORK.id)]: { version: 1, ...logOf(SEEN.slice(-3)) },
    };
  },
};

function logOf(seen: readonly Seen[]): ChecksLog {
  let log = emptyChecksLog();
  let before: AccountState = emptyAccountState();
  for (const [place, one] of seen.entries()) {
    const check = {
      at: NOW - one.minutesAgo * MINUTE,
      ms: 600 + ((place * 37) % 400),
      observation: one.observation,
    };
    log = withCheck(log, check, before);
    before = remember(seen.slice(0, place + 1));
  }
  return log;
}
