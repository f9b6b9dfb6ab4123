import { appName } from "../../../utils/copy/app-name.ts";
import { connectionKey } from "../../../utils/core/model/subject.ts";
import { RECENT_MS } from "../../../utils/core/schedule/reconnections.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";

/** Apps whose connection the person made anew a short while ago, and that work since. @param now ms since the epoch */
export function recoveredApps(accounts: readonly StoredAccount[], now: number): string[] {
  return accounts.flatMap(({ state, reconnections }) =>
    reconnections.flatMap((one) => {
      if (!one.recovered || one.lookedAt === null || now - one.lookedAt > RECENT_MS) return [];
      const key = connectionKey(one);
      const connection = state.connections.find((known) => connectionKey(known) === key);
      return connection?.condition === "healthy" ? [appName(connection)] : [];
    }),
  );
}
