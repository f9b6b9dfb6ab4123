import { useState } from "preact/hooks";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import { t } from "../../utils/words.ts";
import { accountWho } from "../shared/account-name.ts";
import { Guarded } from "../shared/Guarded.tsx";
import { AccountSection } from "./AccountSection.tsx";
import { BadgeSection } from "./BadgeSection.tsx";
import { CheckingSection } from "./CheckingSection.tsx";
import { Welcome } from "./Welcome.tsx";
import "./options.css";

/** The options page: accounts, checking, badge. */
export function OptionsPage({ open }: { open: OpenStored }) {
  // Said here, above all sections: the one that it is said in may go with the account.
  const [said, setSaid] = useState("");
  return (
    <Guarded
      open={open}
      draw={({ accounts, settings }) => (
        <main>
          <p class="product">
            <img src="/icon/48.png" alt="" width={24} height={24} />
            {t("extName")}
          </p>
          <h1>{t("options.heading")}</h1>
          <p role="status" class={said === "" ? "heard" : "said"}>
            {said}
          </p>
          {accounts.length === 0 && (
            <Welcome onConnected={(account) => setSaid(t("setUp.connected", [accountWho(account)]))} />
          )}
          {accounts.map(({ account }) => (
            <AccountSection key={account.id} account={account} onSay={setSaid} />
          ))}
          <CheckingSection settings={settings} />
          <BadgeSection settings={settings} />
        </main>
      )}
    />
  );
}
