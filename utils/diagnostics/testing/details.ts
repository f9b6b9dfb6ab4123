import { anAccount, NOW } from "../../../tests/unit/world.ts";
import type { Account } from "../../store/account.ts";
import { DEFAULT_SETTINGS } from "../../store/records.ts";
import type { AccountDetails, Details } from "../details.ts";
import type { Recorded } from "./recorded.ts";

/** Details with these accounts, in an ordinary Firefox. */
export function aDetails(accounts: Details["accounts"], change: Partial<Details> = {}): Details {
  return {
    at: NOW,
    environment: {
      version: "1.2.3",
      browser: "Firefox 142.0",
      system: "linux x86-64",
      language: "en-GB",
      utcOffsetMinutes: 330,
    },
    permissions: { names: ["storage", "alarms"], origins: ["https://api.cal.com/*"] },
    settings: DEFAULT_SETTINGS,
    policy: { policy: {}, ignored: [] },
    accounts,
    setAside: 0,
    ...change,
  };
}

/** An account that lived through something. */
export function accountOf(
  { memory, log }: Pick<Recorded, "memory" | "log">,
  account: Partial<Account> = {},
): AccountDetails {
  return { account: anAccount(account), memory, log, nextCheckAt: memory.nextCheckAt, notStored: false };
}
