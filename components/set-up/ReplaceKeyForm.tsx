import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { sendPrivately } from "../../utils/messaging/private-message.ts";
import { KeyForm, useKeyForm } from "./KeyForm.tsx";

interface Props {
  account: Account;
  onReplaced: (account: Account) => void;
  /** Absent where the form is all there is to do. */
  onCancel?: () => void;
}

/** Gives an account another key, of the same person on the same server. */
export function ReplaceKeyForm({ account, onReplaced, onCancel }: Props) {
  const state = useKeyForm(account.region === "self-hosted", onCancel !== undefined);
  const [forget, setForget] = useState(account.keyIn === "session");
  return (
    <KeyForm
      state={state}
      webUrl={account.webUrl}
      forget={forget}
      onForget={setForget}
      send={(typed) => sendPrivately({ type: "replace-key", accountId: account.id, ...typed })}
      onStored={onReplaced}
      onCancel={onCancel}
      words={{ submit: t("setUp.saveKey"), busy: t("setUp.saving") }}
    />
  );
}
