import { useEffect, useRef, useState } from "preact/hooks";
import { send } from "../../utils/messages/send.ts";
import type { Account } from "../../utils/store/account.ts";
import { t } from "../../utils/words.ts";
import { accountName } from "../shared/account-name.ts";
import { BusyButton } from "../shared/BusyButton.tsx";

interface Props {
  account: Account;
  onSay: (sentence: string) => void;
  onCancel: () => void;
}

/** Asks once more before an account goes, and says what goes with it. */
export function RemoveQuestion({ account, onSay, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);

  async function remove() {
    setBusy(true);
    setFailed(false);
    const { ok } = await send({ type: "remove-account", accountId: account.id }).catch(() => ({ ok: false }));
    setBusy(false);
    if (ok) onSay(t("options.removed"));
    else setFailed(true);
  }

  return (
    <fieldset class="question">
      <legend class="who">{t("options.removeQuestion", [accountName(account)])}</legend>
      <p>{t("options.removeEffect")}</p>
      {failed && (
        <p role="alert" class="alert">
          {t("options.notRemoved")}
        </p>
      )}
      <div class="buttons">
        <BusyButton busy={busy} busyText={t("options.removing")} look="danger" onPress={remove}>
          {t("options.removeConfirm")}
        </BusyButton>
        <button ref={cancel} type="button" class="button" onClick={onCancel}>
          {t("setUp.cancel")}
        </button>
      </div>
    </fieldset>
  );
}
