import { advance } from "../../utils/status/advance.ts";
import { emptyMemory, type Memory } from "../../utils/status/memory.ts";
import type { Account } from "../../utils/store/account.ts";
import { ACCOUNTS, SETTINGS, statusOf } from "../../utils/store/records.ts";
import type { Seen } from "./answers.ts";

/** The moment that all pictures are taken at: they differ only where the screens do. */
export const NOW = Date.parse("2026-03-11T14:20:00+01:00");
export const MINUTE = 60_000;
export const INTERVAL_MINUTES = 30;

export const DANA: Account = {
  id: "dana",
  label: null,
  region: "us",
  apiUrl: "https://api.cal.com/v2",
  webUrl: "https://app.cal.com",
  user: { id: 4412, username: "dana", email: "dana@example.com", name: "Dana Lopez" },
  keyIn: "local",
  addedAt: NOW - 90 * 24 * 60 * MINUTE,
};

/** What the extension remembers after it has seen these things, the last of them a quarter of an hour ago or less. */
export function remember(seen: readonly Seen[]): Memory {
  return seen.reduce(
    (memory, { minutesAgo, observation }) =>
      advance(memory, observation, NOW - minutesAgo * MINUTE, { intervalMinutes: INTERVAL_MINUTES }).memory,
    emptyMemory(),
  );
}

/** The records of one account, as they are stored. */
export function stored(memory: Memory, account: Account = DANA): Record<string, unknown> {
  return {
    [ACCOUNTS]: { version: 1, accounts: [account] },
    [SETTINGS]: { version: 1, intervalMinutes: INTERVAL_MINUTES, countingLevel: "notice" },
    [statusOf(account.id)]: {
      version: 1,
      memory,
      nextCheckAt: memory.nextCheckAt,
      untold: null,
      offerAnswered: true,
      readings: [],
      reconnections: [],
    },
  };
}
