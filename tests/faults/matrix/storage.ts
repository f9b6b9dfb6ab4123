import { POLICY, SETTINGS } from "../../../utils/core/model/records.ts";
import {
  DEFAULT_SETTINGS,
  type PolicyRecord,
  type SettingsRecord,
} from "../../../utils/core/settings/records.ts";
import type { Fault } from "./fault.ts";
import type { Ground } from "./ground.ts";

const CHOSEN: SettingsRecord = { ...DEFAULT_SETTINGS, intervalMinutes: 10 };
const SET: PolicyRecord = { version: 1, policy: { intervalMinutes: 60 }, ignored: [] };

/**
 * Changes what is stored under this name, or names that begin so and end with an id. `undefined` takes it away.
 * @throws where there is none: nothing would have gone wrong
 */
const changeRecords = (start: string, value: unknown, merge: boolean) => async (ground: Ground) => {
  const count = await ground.browser.inExtension(
    async ({ storage }, begin: string, text: string | null, intoOld: boolean) => {
      const all = await storage.local.get(null);
      const isOne = (name: string) => (begin.endsWith(":") ? name.startsWith(begin) : name === begin);
      const names = Object.keys(all).filter(isOne);
      for (const name of names) {
        if (text === null) await storage.local.remove(name);
        else {
          const value = JSON.parse(text);
          await storage.local.set({ [name]: intoOld ? { ...(all[name] as object), ...value } : value });
        }
      }
      return names.length;
    },
    start,
    value === undefined ? null : JSON.stringify(value),
    merge,
  );
  if (count === 0) throw new Error(`There is no ${start} that could be damaged.`);
  await ground.browser.stopWorker();
};
const becomes = (start: string, value: unknown) => changeRecords(start, value, false);
const gets = (start: string, value: object) => changeRecords(start, value, true);

/** The same of a record that the ground lacks: it is stored first. */
const onceStored = (name: string, record: object, value: unknown) => async (ground: Ground) => {
  await ground.browser.inExtension(
    ({ storage }, name, record) => storage.local.set({ [name]: record }),
    name,
    record,
  );
  await becomes(name, value)(ground);
};

const RECORDS = {
  "status:": "the state",
  "history:": "the history",
  "checks:": "the log of checks",
  accounts: "the list of accounts",
  "accounts-copy": "the copy of the list of accounts",
} as const;

const damages = Object.entries(RECORDS).flatMap(([start, name]): Omit<Fault, "group">[] => [
  { name: `${name} is lost`, begin: becomes(start, undefined), ...(start === "status:" && { quick: true }) },
  { name: `${name} is null`, begin: becomes(start, null) },
  { name: `${name} is a number`, begin: becomes(start, 7) },
  { name: `${name} is a text`, begin: becomes(start, "lost") },
  { name: `${name} is a list`, begin: becomes(start, []) },
  { name: `${name} is empty`, begin: becomes(start, {}) },
]);

/** In both lists, so that neither can help the other. */
const inEachAccount = (change: object) => async (ground: Ground) => {
  await ground.browser.inExtension(async ({ storage }, fields) => {
    const lists = await storage.local.get(["accounts", "accounts-copy"]);
    if (Object.keys(lists).length < 2) throw new Error("There are not both lists that could be damaged.");
    for (const [name, list] of Object.entries(lists)) {
      const { accounts } = list as { accounts: object[] };
      await storage.local.set({
        [name]: { ...(list as object), accounts: accounts.map((one) => ({ ...one, ...fields })) },
      });
    }
  }, change);
  await ground.browser.stopWorker();
};

const others: Omit<Fault, "group">[] = [
  {
    name: "the account has a number for its name",
    begin: inEachAccount({ label: -1 }),
    quick: true,
  },
  { name: "the account has a text for its user", begin: inEachAccount({ user: "dana" }) },
  { name: "the account has no time at which it was added", begin: inEachAccount({ addedAt: null }) },
  { name: "the account has a list for where its key is", begin: inEachAccount({ keyIn: [] }) },
  { name: "the state has no state", begin: gets("status:", { state: null }) },
  { name: "the state has no time for the next check", begin: gets("status:", { nextCheckAt: "soon" }) },
  { name: "the state waits for the next check for ever", begin: gets("status:", { nextCheckAt: 8.64e15 }) },
  { name: "the state has readings that are none", begin: gets("status:", { readings: [null, 1, {}] }) },
  { name: "the history has entries that are none", begin: gets("history:", { entries: [null, 1, {}] }) },
  { name: "the settings are lost", begin: onceStored(SETTINGS, CHOSEN, undefined) },
  { name: "the settings are a text", begin: onceStored(SETTINGS, CHOSEN, "lost") },
  { name: "the policy is lost", begin: onceStored(POLICY, SET, undefined) },
  { name: "the policy is a text", begin: onceStored(POLICY, SET, "none") },
  {
    name: "records of nobody lie about",
    begin: ({ browser }) =>
      browser.inExtension((api) =>
        api.storage.local.set({
          "status:nobody": {},
          "key:nobody": { version: 1, key: "cal_live_nobody" },
          "damaged:status:x": 1,
          x: "y".repeat(100_000),
        }),
      ),
  },
  {
    name: "what was kept for the session is lost",
    begin: ({ browser }) => browser.inExtension((api) => api.storage.session.clear()),
  },
  {
    name: "what is stored is written over with the same, fifty times",
    begin: ({ browser }) =>
      browser.inExtension(async ({ storage }) => {
        const all = await storage.local.get(null);
        for (let times = 0; times < 50; times++) await storage.local.set(all);
      }),
  },
];

export const STORAGE: Fault[] = [...damages, ...others].map((fault) => ({ ...fault, group: "storage" }));
