import { useState } from "preact/hooks";
import type { Account } from "../../utils/store/account.ts";
import type { Policy } from "../../utils/store/records.ts";
import { t } from "../../utils/words.ts";
import { useReturnedFocus } from "../common/use-returned-focus.ts";
import type { Said } from "../common/use-said.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";

interface Props {
  policy: Policy;
  onConnected: (account: Account) => void;
  /** What was done with one of the accounts above. */
  said: Said;
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
