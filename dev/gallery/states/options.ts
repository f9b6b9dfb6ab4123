import { DANA, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { ACCOUNTS, POLICY, SETTINGS } from "../../../utils/core/model/records.ts";
import { DEFAULT_SETTINGS, type Policy } from "../../../utils/core/settings/records.ts";
import { working } from "./working.ts";

const CLINIC: Account = { ...DANA, label: "Clinic" };
const OUTLOOK: Account = {
  ...DANA,
  id: "kim",
  region: "eu",
  apiUrl: "https://api.cal.eu/v2",
  webUrl: "https://app.cal.eu",
  user: { id: 8, username: "kim", email: "kim.with.quite.a.long.name@department.example.com", name: null },
};
const OWN: Account = {
  ...DANA,
  id: "own",
  region: "self-hosted",
  apiUrl: "https://cal.example.org/api/v2",
  webUrl: null,
  user: { id: 1, username: "dana", email: "dana@example.org", name: "Dana at home" },
  keyIn: "session",
};

/** States that the options page shows something of its own in. */
export const optionsStates = {
  accounts: () => ({
    ...stored(remember([answered(15, [google], toDana)]), CLINIC),
    ...stored(
      remember([answered(45, [outlook]), answered(15, [broken(outlook, "Access token revoked")])]),
      OUTLOOK,
    ),
    ...stored(remember([answered(15, [apple])]), OWN),
    [ACCOUNTS]: { version: 1, accounts: [CLINIC, OUTLOOK, OWN] },
  }),
  locked: () => ({
    ...working["all-well"](),
    ...policy({
      intervalMinutes: 60,
      notifications: true,
      countingLevel: "warning",
      quietHours: "sat,sun 00:00-00:00",
    }),
  }),
  "locked-server": () =>
    policy({ apiUrl: "https://cal.example.org/api/v2", webUrl: "https://cal.example.org" }),
  "locked-region": () => policy({ apiUrl: "https://api.cal.eu/v2" }),
  "chosen-dark": () => ({
    ...working["all-well"](),
    [SETTINGS]: { ...DEFAULT_SETTINGS, appearance: "dark", notifications: false, showBadge: false },
  }),
  "chosen-light": () => ({
    ...working["all-well"](),
    [SETTINGS]: { ...DEFAULT_SETTINGS, appearance: "light", quietHours: "mon,tue,wed,thu,fri 22:00-07:00" },
  }),
};

function policy(set: Policy): Record<string, unknown> {
  return { [POLICY]: { version: 1, policy: set, ignored: [] } };
}
