import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import type { StoredAccount } from "../../utils/pages/stored.ts";
import { useReturnedFocus } from "../common/focus.ts";
import type { Headline, Mood } from "../common/headline/headline-view.ts";
import { Icon, type IconName } from "../common/Icon.tsx";
import { Question } from "../common/Question.tsx";
import type { Announce } from "../common/use-announcement.ts";
import { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import { accountDetails } from "./account-details.ts";
import { RenameForm } from "./RenameForm.tsx";

interface Props {
  stored: StoredAccount;
  state: Headline;
  /** What moves it within the list. */
  moves: ComponentChildren;
  /** Says something of the account, beside the list. */
  tell: Announce;
  /** Says something of the whole page. */
  say: Announce;
}

type Doing = "nothing" | "renaming" | "replacing" | "removing";

/** One account: who and where, its name, another key, and its removal. */
export function AccountItem({ stored: { account, unreadable }, state, moves, tell, say }: Props) {
  const [doing, setDoing] = useState<Doing>("nothing");
  const heading = useId();
  const rename = useReturnedFocus<HTMLButtonElement>(doing === "renaming");
  const replace = useReturnedFocus<HTMLButtonElement>(doing === "replacing");
  const remove = useReturnedFocus<HTMLButtonElement>(doing === "removing");
  const stop = () => setDoing("nothing");
  const done = (sentence: string) => {
    stop();
    tell({ sentence, about: "nothing" });
  };
  return (
    <article class="account" aria-labelledby={heading}>
      <div class="account-head">
        <div>
          <h3 id={heading}>{accountName(account)}</h3>
          <p class="muted">{accountDetails(account)}</p>
        </div>
        {moves}
      </div>
      <div>
        <AccountState state={state} />
        {unreadable && <p class="muted small">{t(`unreadable.${unreadable}`)}</p>}
        <p class="muted small">
          {t(account.keyIn === "session" ? "options.keySession" : "options.keyLocal")}
        </p>
      </div>
      {doing === "renaming" && (
        <RenameForm account={account} onRenamed={() => done(t("options.renamed"))} onCancel={stop} />
      )}
      {doing === "replacing" && (
        <ReplaceKeyForm account={account} onReplaced={() => done(t("options.keyReplaced"))} onCancel={stop} />
      )}
      {doing === "removing" && <RemoveQuestion account={account} say={say} onCancel={stop} />}
      {doing === "nothing" && (
        <div class="buttons">
          <button ref={rename} type="button" class="button" onClick={() => setDoing("renaming")}>
            {t("options.rename")}
          </button>
          <button ref={replace} type="button" class="button" onClick={() => setDoing("replacing")}>
            {t("options.replaceKey")}
          </button>
          <button ref={remove} type="button" class="button" onClick={() => setDoing("removing")}>
            {t("options.remove")}
          </button>
        </div>
      )}
    </article>
  );
}

const ICONS: Record<Mood, IconName> = {
  ok: "check",
  error: "error",
  warning: "warning",
  notice: "notice",
  unknown: "off",
  waiting: "past",
};

/** How an account is doing, in the words of the popup. */
function AccountState({ state: { mood, text } }: { state: Headline }) {
  return (
    <p class={`account-state state-${mood}`}>
      <Icon name={ICONS[mood]} />
      {text || t("headline.firstCheck")}
    </p>
  );
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
