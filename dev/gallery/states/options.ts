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
const KIM: Account = { ...DANA, id: "kim", region: "eu", webUrl: "https://app.cal.eu" };
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
  "accounts-many": manyAccounts,
  "accounts-two-alike": () => ({
    ...stored(remember([answered(15, [google, outlook], toDana)])),
    ...stored(remember([answered(15, [outlook])]), KIM),
    [ACCOUNTS]: { version: 1, accounts: [DANA, KIM] },
  }),
  alerts: working["all-well"],
  help: working["all-well"],
  "help-several": () => optionsStates.accounts(),
  "help-without-account": () => ({}),
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

/** The part of the page that a state is seen in, where it is not the first. */
export const PART_OF: Readonly<Record<string, string>> = {
  alerts: "#alerts",
  locked: "#alerts",
  "chosen-dark": "#alerts",
  "chosen-light": "#alerts",
  "not-saved": "#alerts",
  help: "#help",
  "help-several": "#help",
  "help-without-account": "#help",
  "not-imported": "#help",
  details: "#help",
};

/** Twenty, each after one of three, as an agency has them. */
function manyAccounts(): Record<string, unknown> {
  const accounts = Array.from({ length: 20 }, (_, index) => ({
    ...DANA,
    id: `many-${index}`,
    label: `Client ${index + 1}`,
    user: { ...DANA.user, id: index, email: `client-${index + 1}@agency.example` },
  }));
  const states = [
    remember([answered(15, [google], toDana)]),
    remember([answered(15, [apple, outlook])]),
    remember([answered(45, [outlook]), answered(15, [broken(outlook, "Access token revoked")])]),
  ];
  const records = accounts.map((account, index) =>
    stored(states[index % 7 === 3 ? 2 : index % 2] ?? remember([]), account),
  );
  return { ...Object.assign({}, ...records), [ACCOUNTS]: { version: 1, accounts } };
}

function policy(set: Policy): Record<string, unknown> {
  return { [POLICY]: { version: 1, policy: set, ignored: [] } };
}
