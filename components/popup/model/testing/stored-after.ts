import { DANA, remember } from "../../../../dev/gallery/account.ts";
import type { Seen } from "../../../../dev/gallery/answers.ts";
import type { StoredAccount } from "../../../../utils/pages/stored.ts";

/** One account after it has seen these things, for tests. */
export function storedAfter(seen: readonly Seen[], change: Partial<StoredAccount> = {}): StoredAccount {
  return {
    account: DANA,
    memory: remember(seen),
    nextCheckAt: null,
    offerAnswered: true,
    readings: [],
    reconnections: [],
    ...change,
  };
}
