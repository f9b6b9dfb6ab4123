import { useEffect, useId, useRef, useState } from "preact/hooks";
import { cleanKey } from "../../utils/cal-api/key.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { placeUrl } from "../../utils/core/web-app-places.ts";
import { sendPrivately } from "../../utils/messaging/private-message.ts";
import { BusyButton } from "../shared/BusyButton.tsx";
import { ForgetChoice, FormAlert, KeyField } from "./KeyField.tsx";
import { useAttempt, useFocusOnCulprit } from "./use-attempt.ts";
import "./set-up.css";

interface Props {
  account: Account;
  onReplaced: (account: Account) => void;
  /** Absent where the form is all there is to do. */
  onCancel?: () => void;
}

/** Gives an account another key, of the same person on the same server. */
export function ReplaceKeyForm({ account, onReplaced, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const [forget, setForget] = useState(account.keyIn === "session");
  const attempt = useAttempt();
  const isSelfHosted = account.region === "self-hosted";
  const culprit = useFocusOnCulprit(form, attempt.problem, isSelfHosted);
  const alertId = useId();
  const wasOpened = onCancel !== undefined;
  useEffect(() => {
    if (wasOpened) key.current?.focus();
  }, [wasOpened]);

  function submit(event: Event) {
    event.preventDefault();
    if (attempt.busy) return;
    const typed = key.current?.value ?? "";
    const cleaned = cleanKey(typed);
    if (!cleaned.ok) return attempt.fail({ problem: cleaned.problem });
    const keyIn = forget ? "session" : "local";
    attempt.start(
      () => sendPrivately({ type: "replace-key", accountId: account.id, key: typed, keyIn }),
      (replaced) => {
        if (key.current) key.current.value = "";
        onReplaced(replaced);
      },
    );
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <KeyField
        input={key}
        makeKeyUrl={placeUrl(account.webUrl, { page: "api-keys" })}
        problemId={culprit === "key" ? alertId : null}
        onType={() => culprit === "key" && attempt.clear()}
      />
      <ForgetChoice forget={forget} onChange={setForget} />
      <FormAlert id={alertId} problem={attempt.problem} isSelfHosted={isSelfHosted} />
      <div class="buttons">
        <BusyButton type="submit" look="main" busy={attempt.busy} busyText={t("setUp.saving")}>
          {t("setUp.saveKey")}
        </BusyButton>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t("setUp.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
