import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { Icon } from "../../shared/Icon.tsx";
import { recoveredApps } from "./recovered.ts";

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
