import { useId, useState } from "preact/hooks";
import type { Account } from "../../utils/store/account.ts";
import { accountPlace, accountWho } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { useReturnedFocus } from "../common/use-returned-focus.ts";
import type { Say } from "../common/use-said.ts";
import { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import { RemoveQuestion } from "./RemoveQuestion.tsx";

interface Props {
  account: Account;
  say: Say;
}

type Doing = "nothing" | "replacing" | "removing";

/** One account: who and where, another key, and its removal. */
export function AccountSection({ account, say }: Props) {
  const [doing, setDoing] = useState<Doing>("nothing");
  const heading = useId();
  const replace = useReturnedFocus<HTMLButtonElement>(doing === "replacing");
  const remove = useReturnedFocus<HTMLButtonElement>(doing === "removing");
  const stop = () => setDoing("nothing");
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 id={heading}>{t("options.account")}</h2>
      <div>
        <p class="who">{accountWho(account)}</p>
        <p class="muted">{t("options.accountOn", [accountPlace(account)])}</p>
        <p class="muted">{t(account.keyIn === "session" ? "options.keySession" : "options.keyLocal")}</p>
      </div>
      {doing === "replacing" && (
        <ReplaceKeyForm
          account={account}
          onReplaced={() => {
            stop();
            say({ sentence: t("options.keyReplaced"), about: "key" });
          }}
          onCancel={stop}
        />
      )}
      {doing === "removing" && <RemoveQuestion account={account} say={say} onCancel={stop} />}
      {doing === "nothing" && (
        <div class="buttons">
          <button ref={replace} type="button" class="button" onClick={() => setDoing("replacing")}>
            {t("options.replaceKey")}
          </button>
          <button ref={remove} type="button" class="button" onClick={() => setDoing("removing")}>
            {t("options.remove")}
          </button>
        </div>
      )}
    </section>
  );
}
