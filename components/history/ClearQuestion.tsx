import { send } from "../../utils/messages/send.ts";
import type { Account } from "../../utils/store/account.ts";
import { accountName } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { Question } from "../common/Question.tsx";

interface Props {
  account: Account;
  onCleared: () => void;
  onCancel: () => void;
}

/** Asks once more before the history goes. */
export function ClearQuestion({ account, onCleared, onCancel }: Props) {
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
