import { useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import { useReturnedFocus } from "../shared/focus.ts";
import { Question } from "../shared/Question.tsx";

/** Deletes the history of an account, after a question. */
export function ClearHistory({ account, onCleared }: { account: Account; onCleared: () => void }) {
  const [asking, setAsking] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(asking);
  if (!asking) {
    return (
      <button ref={opener} type="button" class="button" onClick={() => setAsking(true)}>
        {t("history.clear")}
      </button>
    );
  }
  return <ClearQuestion account={account} onCleared={onCleared} onCancel={() => setAsking(false)} />;
}

interface Props {
  account: Account;
  onCleared: () => void;
  onCancel: () => void;
}

/** Asks once more before the history goes. */
function ClearQuestion({ account, onCleared, onCancel }: Props) {
  async function clear() {
    const { ok } = await send({ type: "clear-history", accountId: account.id });
    if (ok) onCleared();
    return ok;
  }
  return (
    <Question
      question={t("history.clearQuestion", [accountName(account)])}
      effect={t("history.clearEffect")}
      confirm={t("history.clear")}
      busyText={t("history.clearing")}
      failedText={t("history.notCleared")}
      onConfirm={clear}
      onCancel={onCancel}
    />
  );
}
