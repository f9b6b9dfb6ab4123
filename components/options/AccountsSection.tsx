import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Stored, StoredAccount } from "../../utils/pages/stored.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { headline } from "../common/headline/headline.ts";
import { Icon } from "../common/Icon.tsx";
import { type Announce, type Announcement, useAnnouncement } from "../common/use-announcement.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import { AccountItem } from "./AccountItem.tsx";
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

interface AddAccountProps {
  policy: Policy;
  onConnected: (account: Account) => void;
  /** What was done with one of the accounts above. */
  said: Announcement;
}

/** A button that becomes the set-up form, below the accounts that there are. */
function AddAccount({ policy, onConnected, said }: AddAccountProps) {
  const [isOpen, setOpen] = useState(false);
  const add = useReturnedFocus<HTMLButtonElement>(isOpen);

  function finish(account: Account) {
    setOpen(false);
    onConnected(account);
  }

  return (
    <div class="add-account">
      {isOpen ? (
        <>
          <h3>{t("options.addHeading")}</h3>
          <SetUpForm onConnected={finish} inPopup={false} policy={policy} onCancel={() => setOpen(false)} />
        </>
      ) : (
        <button ref={add} type="button" class="button" onClick={() => setOpen(true)}>
          {t("options.addAccount")}
        </button>
      )}
      <span role="status" class={said.about === "failed" ? "outcome error" : "outcome ok"}>
        {said.sentence}
      </span>
    </div>
  );
}

interface MoveButtonsProps {
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
}

/** Two arrows that move an account within the list. */
function MoveButtons({ index, count, onMove }: MoveButtonsProps) {
  const pressed = useRef<{ button: HTMLButtonElement; at: number } | null>(null);
  // Moving an element takes the focus away from it: who pressed the button goes on from there.
  useLayoutEffect(() => {
    if (pressed.current === null || pressed.current.at === index) return;
    pressed.current.button.focus();
    pressed.current = null;
  }, [index]);

  const arrow = (by: -1 | 1, isAtEnd: boolean) => (
    <button
      type="button"
      class={`button move ${by < 0 ? "up" : "down"}`}
      aria-label={t(by < 0 ? "options.moveUp" : "options.moveDown")}
      title={t(by < 0 ? "options.moveUp" : "options.moveDown")}
      aria-disabled={isAtEnd}
      onClick={(event) => {
        if (isAtEnd) return;
        pressed.current = { button: event.currentTarget, at: index };
        onMove(by);
      }}
    >
      <Icon name="chevron" />
    </button>
  );
  return (
    <div class="moves">
      {arrow(-1, index === 0)}
      {arrow(1, index === count - 1)}
    </div>
  );
}
