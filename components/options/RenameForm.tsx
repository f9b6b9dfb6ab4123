import { useEffect, useId, useRef, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { isEscape } from "../common/escape.ts";
import { nameInCal } from "./account-details.ts";

/** As long as the name of an account may be. */
const LONGEST_NAME = 60;

interface Props {
  account: Account;
  onRenamed: () => void;
  onCancel: () => void;
}

/** Gives an account a name of the person's own, or the one back that Cal.com knows. */
export function RenameForm({ account, onRenamed, onCancel }: Props) {
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => name.current?.select(), []);

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const typed = name.current?.value.trim() ?? "";
    // Left as Cal.com has it, the name goes on following Cal.com's.
    const label = typed === nameInCal(account) ? "" : typed;
    const rename = { type: "rename-account", accountId: account.id, label } as const;
    const { ok } = await send(rename).catch(() => ({ ok: false }));
    setBusy(false);
    setFailed(!ok);
    if (ok) onRenamed();
  }

  return (
    <form class="form" onSubmit={submit} onKeyDown={(event) => isEscape(event) && !busy && onCancel()}>
      <div class="field">
        <label for={id}>{t("options.name")}</label>
        <input
          ref={name}
          id={id}
          class="input"
          type="text"
          maxLength={LONGEST_NAME}
          defaultValue={accountName(account)}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} class="muted small">
          {t("options.nameHint", [nameInCal(account)])}
        </p>
      </div>
      {failed && (
        <p role="alert" class="alert">
          {t("options.notRenamed")}
        </p>
      )}
      <div class="buttons">
        <BusyButton type="submit" look="main" busy={busy} busyText={t("setUp.saving")}>
          {t("options.save")}
        </BusyButton>
        <button type="button" class="button" onClick={onCancel}>
          {t("setUp.cancel")}
        </button>
      </div>
    </form>
  );
}
