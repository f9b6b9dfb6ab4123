import { appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionOf } from "../../../utils/core/calendars/find.ts";
import { isRecentlyRecovered } from "../../../utils/core/schedule/reconnections.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { Icon } from "../../common/Icon.tsx";

/** What became of making a connection anew, where it went well: its problem is gone, and says nothing any more. */
export function RecoveredLines({ accounts }: { accounts: readonly StoredAccount[] }) {
  const apps = recoveredApps(accounts, Date.now());
  return (
    <p role="status" class={apps.length === 0 ? "visually-hidden" : "recovered"}>
      {apps.map((app, index) => (
        <span key={`${index} ${app}`}>
          <Icon name="check" />
          {t("reconnect.recovered", [app])}
        </span>
      ))}
    </p>
  );
}

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
