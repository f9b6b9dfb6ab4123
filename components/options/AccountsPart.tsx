import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Stored, StoredAccount } from "../../utils/screen/stored.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { type Announce, type Announcement, useAnnouncement } from "../common/use-announcement.ts";
import { accountOutcome } from "../set-up/account-outcome.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import { AccountRow } from "./AccountRow.tsx";
import { DamageNote } from "./DamageNote.tsx";
import { PartSection } from "./Section.tsx";
import "./accounts.css";

interface Props {
  stored: Stored;
  /** What was last said of the whole page. */
  said: Announcement;
  say: Announce;
  onConnected: (account: Account) => void;
  /** What came of connecting one just now. */
  children: ComponentChildren;
}

/** All accounts, in the order in which they are shown everywhere, and a way to another one. */
export function AccountsPart({ stored, said, say, onConnected, children }: Props) {
  const { accounts, policy, damage } = stored;
  const [isAdding, setAdding] = useState(false);
  const add = useReturnedFocus<HTMLButtonElement>(isAdding);
  // Said below the list: a sentence above it would move the rows away from under the pointer.
  const [told, tell] = useAnnouncement();

  async function move({ account }: StoredAccount, place: number, by: -1 | 1) {
    const moved = { type: "move-account", accountId: account.id, by } as const;
    const { ok } = await send(moved).catch(() => ({ ok: false }));
    if (!ok) return tell({ sentence: t("options.notMoved"), about: "failed" });
    const sentence = t("options.moved", [accountName(account), place + by, accounts.length]);
    tell({ sentence, about: "nothing" });
  }

  return (
    <PartSection
      heading={t("options.part.accounts")}
      isNext={said.about === "removed"}
      action={
        !isAdding && (
          <button ref={add} type="button" class="button" onClick={() => setAdding(true)}>
            {t("options.addAccount")}
          </button>
        )
      }
    >
      <DamageNote
        damage={damage}
        onDone={() => say({ sentence: t("options.deletedLost"), about: "removed" })}
      />
      {isAdding ? (
        <div class="card">
          <h3>{t("options.addHeading")}</h3>
          <SetUpForm
            onConnected={(account) => {
              setAdding(false);
              onConnected(account);
            }}
            inPopup={false}
            policy={policy}
            onCancel={() => setAdding(false)}
          />
        </div>
      ) : (
        children
      )}
      <ul class="accounts">
        {accounts.map((one, index) => (
          <li key={one.account.id}>
            <AccountRow
              account={one.account}
              outcome={accountOutcome(stored, one, Date.now())}
              place={{ index, count: accounts.length }}
              onMove={(by) => move(one, index + 1, by)}
              tell={tell}
              say={say}
            />
          </li>
        ))}
      </ul>
      <p role="status" class={told.about === "failed" ? "outcome error" : "outcome ok"}>
        {told.sentence}
      </p>
    </PartSection>
  );
}
