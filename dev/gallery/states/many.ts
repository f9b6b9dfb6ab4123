import { DANA, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { apple, caldav, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { ACCOUNTS } from "../../../utils/core/model/records.ts";

const UNREADABLE = "Could not get connected calendars";

/** States in which there are several things to say. */
export const manyStates = {
  "two-problems": () =>
    stored(
      remember([
        answered(60, [google, outlook, apple], toDana),
        answered(25, [google, broken(outlook, UNREADABLE), apple], toDana),
        answered(15, [google, broken(outlook, UNREADABLE), apple], destination(google, "Family")),
      ]),
    ),
  "five-problems": () =>
    stored(
      remember([
        answered(60, [google, outlook, apple, caldav], toDana),
        answered(25, [unchecked, broken(outlook, UNREADABLE), caldav], toDana),
        answered(15, [unchecked, broken(outlook, UNREADABLE), caldav], destination(caldav, "Team")),
      ]),
    ),
  "forty-problems": () =>
    stored(
      remember([
        answered(60, [google, ...forty], toDana),
        answered(25, [google, ...forty.map((one) => broken(one, UNREADABLE))], toDana),
        answered(15, [google, ...forty.map((one) => broken(one, UNREADABLE))], toDana),
      ]),
    ),
  "twenty-accounts": () => twentyAccounts(),
};

/** One that is gone, and two that are not checked any more. */
const unchecked = {
  ...google,
  calendars: google.calendars.slice(0, 2).map((each) => ({ ...each, isSelected: each.primary })),
};

const forty = Array.from({ length: 40 }, (_, index) =>
  connection("caldav_calendar", 1_000 + index, [
    calendar(`Practice ${index + 1}`, { email: `practice${index + 1}@clinic.example`, primary: true }),
  ]),
);

function twentyAccounts(): Record<string, unknown> {
  const accounts: Account[] = Array.from({ length: 20 }, (_, index) => ({
    ...DANA,
    id: `account-${index}`,
    label: `Practice ${index + 1}`,
    user: { ...DANA.user, id: index, email: `practice${index + 1}@clinic.example` },
  }));
  const well = remember([answered(15, [google, outlook], toDana)]);
  const ill = remember([
    answered(60, [google, outlook], toDana),
    answered(25, [google, broken(outlook, UNREADABLE)], toDana),
    answered(15, [google, broken(outlook, UNREADABLE)], toDana),
  ]);
  const records = accounts.map((account, index) => stored(index === 3 ? ill : well, account));
  return { ...Object.assign({}, ...records), [ACCOUNTS]: { version: 1, accounts } };
}
