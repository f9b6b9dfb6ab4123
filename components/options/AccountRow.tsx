import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { Question } from "../common/Question.tsx";
import { StateDisc } from "../common/StateDisc.tsx";
import type { Announce } from "../common/use-announcement.ts";
import type { AccountOutcome } from "../set-up/account-outcome.ts";
import { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import { accountDetails } from "./account-details.ts";
import { MenuButton, type MenuChoice } from "./MenuButton.tsx";
import { RenameForm } from "./RenameForm.tsx";

interface Props {
  account: Account;
  outcome: AccountOutcome;
  /** Where it stands in the list. */
  place: { index: number; count: number };
  onMove: (by: -1 | 1) => void;
  /** Says something of the account, beside the list. */
  tell: Announce;
  /** Says something of the whole page. */
  say: Announce;
}

type Doing = "nothing" | "renaming" | "replacing" | "removing";

/** One account: who and where, how it is doing, and in a menu what can be done with it. */
export function AccountRow({ account, outcome, place, onMove, tell, say }: Props) {
  const [doing, setDoing] = useState<Doing>("nothing");
  const heading = useId();
  const more = useReturnedFocus<HTMLButtonElement>(doing !== "nothing");
  useFocusAfterMove(more, place.index);
  const stop = () => setDoing("nothing");
  const done = (sentence: string) => {
    stop();
    tell({ sentence, about: "nothing" });
  };
  return (
    <article class="account" aria-labelledby={heading}>
      <div class="account-row">
        <StateDisc mood={outcome.mood} />
        <div class="account-words">
          <div class="account-who">
            <h3 id={heading}>{accountName(account)}</h3>
            <p class="muted">{accountDetails(account)}</p>
          </div>
          <p>
            {outcome.text}
            {outcome.more !== null && <span class="muted">{` · ${outcome.more}`}</span>}
          </p>
        </div>
        <MenuButton
          buttonRef={more}
          label={t("options.more", [accountName(account)])}
          choices={choices(place, setDoing, onMove)}
        />
      </div>
      {doing === "renaming" && (
        <RenameForm account={account} onRenamed={() => done(t("options.renamed"))} onCancel={stop} />
      )}
      {doing === "replacing" && (
        <ReplaceKeyForm account={account} onReplaced={() => done(t("options.keyReplaced"))} onCancel={stop} />
      )}
      {doing === "removing" && <RemoveQuestion account={account} say={say} onCancel={stop} />}
    </article>
  );
}

/** What the menu has. Where there is one account, there is nowhere to move it. */
function choices(
  { index, count }: Props["place"],
  begin: (doing: Doing) => void,
  onMove: Props["onMove"],
): MenuChoice[] {
  return [
    { name: t("options.rename"), act: () => begin("renaming") },
    { name: t("options.replaceKey"), act: () => begin("replacing") },
    ...(index > 0 ? [{ name: t("options.moveUp"), act: () => onMove(-1) }] : []),
    ...(index < count - 1 ? [{ name: t("options.moveDown"), act: () => onMove(1) }] : []),
    { name: t("options.remove"), act: () => begin("removing"), isDanger: true },
  ];
}

/** Moving an element takes the focus away from it: who chose that goes on from the same button. */
function useFocusAfterMove(button: { current: HTMLElement | null }, index: number): void {
  const at = useRef(index);
  const hadFocus = document.activeElement === button.current;
  useLayoutEffect(() => {
    if (at.current !== index && hadFocus) button.current?.focus();
    at.current = index;
  }, [index]);
}

interface RemoveQuestionProps {
  account: Account;
  say: Announce;
  onCancel: () => void;
}

/** Asks once more before an account goes, and says what goes with it. */
function RemoveQuestion({ account, say, onCancel }: RemoveQuestionProps) {
  async function remove() {
    const { ok } = await send({ type: "remove-account", accountId: account.id });
    if (ok) say({ sentence: t("options.removed"), about: "removed" });
    return ok;
  }
  return (
    <Question
      question={t("options.removeQuestion", [accountName(account)])}
      effect={t("options.removeEffect")}
      confirm={t("options.removeConfirm")}
      busyText={t("options.removing")}
      failedText={t("options.notRemoved")}
      onConfirm={remove}
      onCancel={onCancel}
    />
  );
}
