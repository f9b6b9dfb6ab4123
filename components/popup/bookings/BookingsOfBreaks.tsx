import { accountWho } from "../../../utils/copy/account-name.ts";
import { appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionKey } from "../../../utils/core/model/subject.ts";
import { meanwhileAfterwards } from "../../../utils/screen/problems/meanwhile.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { BookingsMeanwhile } from "./BookingsMeanwhile.tsx";
import "./meanwhile.css";

/** Where bookings can be asked for that were made while a connection was broken, when all is as before. */
export function BookingsOfBreaks({ accounts }: { accounts: readonly StoredAccount[] }) {
  return meanwhileAfterwards(accounts, Date.now()).map((meanwhile) => {
    const { account, broken } = meanwhile;
    const app = appName({ appName: broken.appName, integration: broken.connection.integration });
    return (
      <section key={`${account.id} ${connectionKey(broken.connection)}`} class="meanwhile-alone">
        <p class="muted small">{t("bookings.whileBroken", [app])}</p>
        {accounts.length > 1 && <p class="muted small cut">{accountWho(account)}</p>}
        <BookingsMeanwhile {...meanwhile} />
      </section>
    );
  });
}
