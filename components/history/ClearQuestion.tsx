import { useEffect, useRef, useState } from "preact/hooks";
import { send } from "../../utils/messages/send.ts";
import type { Account } from "../../utils/store/account.ts";
import { accountName } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { BusyButton } from "../common/BusyButton.tsx";

interface Props {
  account: Account;
  onCleared: () => void;
  onCancel: () => void;
}

/** Asks once more before the history goes. */
export function ClearQuestion({ account, onCleared, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);

  async function clear() {
    setBusy(true);
    setFailed(false);
    const { ok } = await send({ type: "clear-history", accountId: account.id }).catch(() => ({ ok: false }));
    setBusy(false);
    if (ok) onCleared();
    else setFailed(true);
  }

  return (
    <fieldset class="question" onKeyDown={(event) => event.key === "Escape" && !busy && onCancel()}>
      <legend class="who">{t("history.clearQuestion", [accountName(account)])}</legend>
      <p>{t("history.clearEffect")}</p>
      {failed && (
        <p role="alert" class="alert">
          {t("history.notCleared")}
        </p>
      )}
      <div class="buttons">
        <BusyButton busy={busy} busyText={t("history.clearing")} look="danger" onPress={clear}>
          {t("history.clear")}
        </BusyButton>
        <button ref={cancel} type="button" class="button" onClick={onCancel}>
          {t("setUp.cancel")}
        </button>
      </div>
    </fieldset>
  );
}
