import { useRef, useState } from "preact/hooks";
import { accountPlace, accountWho } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../utils/screen/stored.ts";
import { AccountHistory } from "./AccountHistory.tsx";
import { ChoiceField } from "./Filters.tsx";
import "./history.css";
import "./print.css";

/** What changed and when: of one account at a time, chosen when there are several. */
export function HistorySection({ accounts }: { accounts: StoredAccount[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = accounts.find(({ account }) => account.id === chosen) ?? accounts[0];
  if (!shown) return null;
  return (
    <section class="section history" aria-labelledby="history-heading">
      <div>
        <div class="history-head">
          <h2 ref={heading} id="history-heading" tabIndex={-1}>
            {t("history.heading")}
          </h2>
          {accounts.length > 1 && (
            <ChoiceField label={t("history.account")} value={shown.account.id} onChoose={setChosen}>
              {accounts.map(({ account }) => (
                <option key={account.id} value={account.id}>
                  {t("history.accountChoice", [accountWho(account), accountPlace(account)])}
                </option>
              ))}
            </ChoiceField>
          )}
        </div>
        <p class="history-intro muted">{t("history.intro")}</p>
      </div>
      <AccountHistory
        key={shown.account.id}
        account={shown.account}
        state={shown.state}
        clockAheadBy={shown.clockAheadBy ?? 0}
        onCleared={() => heading.current?.focus()}
      />
    </section>
  );
}
