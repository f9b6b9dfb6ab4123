import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import type { Announcement } from "../shared/use-announcement.ts";
import { useReturnedFocus } from "../shared/use-returned-focus.ts";

interface Props {
  policy: Policy;
  onConnected: (account: Account) => void;
  /** What was done with one of the accounts above. */
  said: Announcement;
}

/** A button that becomes the set-up form, below the accounts that there are. */
export function AddAccount({ policy, onConnected, said }: Props) {
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
