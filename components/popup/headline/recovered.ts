import { appName } from "../../../utils/copy/app-name.ts";
import { connectionOf } from "../../../utils/core/calendars/find.ts";
import { isRecentlyRecovered } from "../../../utils/core/schedule/reconnections.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";

/** Apps whose connection the person made anew a short while ago, and that work since. @param now ms since the epoch */
export function recoveredApps(accounts: readonly StoredAccount[], now: number): string[] {
  return accounts.flatMap(({ state, reconnections }) =>
    reconnections.flatMap((one) => {
      if (!isRecentlyRecovered(one, now)) return [];
      const connection = connectionOf(state, one);
      return connection?.condition === "healthy" ? [appName(connection)] : [];
    }),
  );
}
