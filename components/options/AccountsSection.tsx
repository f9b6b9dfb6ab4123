import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Stored, StoredAccount } from "../../utils/pages/stored.ts";
import { headline } from "../shared/headline/headline.ts";
import { type Announce, useAnnouncement } from "../shared/use-announcement.ts";
import { AccountItem } from "./AccountItem.tsx";
import { AddAccount } from "./AddAccount.tsx";
import { MoveButtons } from "./MoveButtons.tsx";
import { Section } from "./Section.tsx";
import "./accounts.css";

interface Props {
  stored: Stored;
  say: Announce;
  onConnected: (account: Account) => void;
}

/** All accounts, in the order in which they are shown everywhere, and a way to another one. */
export function AccountsSection({ stored, say, onConnected }: Props) {
  const { accounts, policy } = stored;
  // Said below the list: a sentence above it would move the buttons away from under the pointer.
  const [said, tell] = useAnnouncement();

  async function move({ account }: StoredAccount, place: number, by: -1 | 1) {
    const moved = { type: "move-account", accountId: account.id, by } as const;
    const { ok } = await send(moved).catch(() => ({ ok: false }));
    if (!ok) return tell({ sentence: t("options.notMoved"), about: "failed" });
    const sentence = t("options.moved", [accountName(account), place + by, accounts.length]);
    tell({ sentence, about: "nothing" });
  }

  return (
    <Section heading={t("options.accounts")}>
      <ul class="accounts">
        {accounts.map((one, index) => (
          <li key={one.account.id}>
            <AccountItem
              stored={one}
              state={headline({ ...stored, accounts: [one] }, Date.now())}
              moves={
                accounts.length > 1 && (
                  <MoveButtons
                    index={index}
                    count={accounts.length}
                    onMove={(by) => move(one, index + 1, by)}
                  />
                )
              }
              tell={tell}
              say={say}
            />
          </li>
        ))}
      </ul>
      <AddAccount policy={policy} onConnected={onConnected} said={said} />
    </Section>
  );
}
