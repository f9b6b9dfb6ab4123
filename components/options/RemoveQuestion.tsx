import { useEffect, useRef, useState } from "preact/hooks";
import { send } from "../../utils/messages/send.ts";
import type { Account } from "../../utils/store/account.ts";
import { accountName } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import type { Say } from "../common/use-said.ts";

interface Props {
  account: Account;
  say: Say;
  onCancel: () => void;
}

/** Asks once more before an account goes, and says what goes with it. */
export function RemoveQuestion({ account, say, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);

  async function remove() {
    setBusy(true);
    setFailed(false);
    const { ok } = await send({ type: "remove-account", accountId: account.id }).catch(() => ({ ok: false }));
    setBusy(false);
    if (ok) say({ sentence: t("options.removed"), about: "removed" });
    else setFailed(true);
  }

  return (
    <fieldset class="question" onKeyDown={(event) => event.key === "Escape" && !busy && onCancel()}>
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
