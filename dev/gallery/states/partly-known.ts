import { DANA, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, failed, failing } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { ACCOUNTS, statusOf } from "../../../utils/core/model/records.ts";

const CLINIC: Account = { ...DANA, id: "clinic", label: "Clinic" };

/** Of two accounts, one that is not known as it is now. */
export const partlyKnown = {
  "part-newer": () => both({ [statusOf(CLINIC.id)]: { version: 9 } }),
  "part-out": () =>
    both(
      stored(remember([answered(300, [google], toDana), ...failing(240, { reason: "unreachable" })]), CLINIC),
    ),
  "part-failed": () =>
    both(stored(remember([answered(45, [google], toDana), failed(5, { reason: "timed-out" })]), CLINIC)),
};

function both(clinic: Record<string, unknown>): Record<string, unknown> {
  return {
    ...clinic,
    ...stored(remember([answered(15, [google], toDana)])),
    [ACCOUNTS]: { version: 1, accounts: [DANA, CLINIC] },
  };
}
