import { DANA, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered } from "../../../tests/fixtures/answers.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { History } from "../../../utils/core/model/history.ts";
import { ACCOUNTS, historyOf, statusOf } from "../../../utils/core/model/records.ts";
import { firstDayHistory, fullHistory, livelyHistory, quietHistory } from "../history.ts";

/** States of what has changed so far, as the options page shows it. */
export const histories = {
  "history-lively": () => withHistory(livelyHistory()),
  "history-quiet": () => ({
    ...stored(remember([answered(15, [google], toDana)])),
    ...record(quietHistory()),
  }),
  "history-first-day": () => withHistory(firstDayHistory()),
  "history-empty": () => withHistory(null),
  "history-full": () => withHistory(fullHistory()),
  "history-damaged": () => withHistory({ ...livelyHistory(), entries: [{ at: "once" }] as never }),
  "history-of-two": () => {
    const records = withHistory(livelyHistory());
    return {
      ...records,
      [ACCOUNTS]: { version: 1, accounts: [DANA, KIM] },
      [statusOf(KIM.id)]: records[statusOf(DANA.id)],
    };
  },
};

const KIM: Account = { ...DANA, id: "kim", region: "eu", label: "Clinic", user: { ...DANA.user, id: 9 } };

function withHistory(history: History | null): Record<string, unknown> {
  return {
    ...stored(remember([answered(15, [google, outlook, apple], toDana)])),
    ...(history ? record(history) : {}),
  };
}

function record(history: History): Record<string, unknown> {
  return { [historyOf(DANA.id)]: { version: 1, ...history } };
}
