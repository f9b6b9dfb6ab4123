import { appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionOf } from "../../../utils/core/calendars/find.ts";
import { isJustMended } from "../../../utils/core/mending/just-mended.ts";
import { isRecentlyRecovered } from "../../../utils/core/schedule/reconnections.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { Icon } from "../../common/Icon.tsx";

/** What became of making a connection anew, where it went well: its problem is gone, and says nothing any more. */
export function RecoveredLines({ accounts }: { accounts: readonly StoredAccount[] }) {
  const lines = recoveredLines(accounts, Date.now());
  return (
    <p role="status" class={lines.length === 0 ? "visually-hidden" : "recovered"}>
      {lines.map((line, index) => (
        <span key={`${index} ${line}`}>
          <Icon name="check" />
          {line}
        </span>
      ))}
    </p>
  );
}

/** What was mended not long ago, and then what works again without that. @param now ms since the epoch */
export function recoveredLines(accounts: readonly StoredAccount[], now: number): string[] {
  const mended = accounts.flatMap(({ mendings }) =>
    mendings.filter((one) => isJustMended(one, now)).map(appName),
  );
  const works = recoveredApps(accounts, now).filter((app) => !mended.includes(app));
  return [
    ...[...new Set(mended)].map((app) => t("mending.ended", [app])),
    ...works.map((app) => t("reconnect.recovered", [app])),
  ];
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
