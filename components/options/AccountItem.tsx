import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../utils/pages/stored.ts";
import { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import type { Headline } from "../shared/headline/headline-view.ts";
import type { Announce } from "../shared/use-announcement.ts";
import { useReturnedFocus } from "../shared/use-returned-focus.ts";
import { AccountState } from "./AccountState.tsx";
import { accountDetails } from "./account-details.ts";
import { RemoveQuestion } from "./RemoveQuestion.tsx";
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
