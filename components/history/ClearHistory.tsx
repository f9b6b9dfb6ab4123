import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import { Question } from "../common/Question.tsx";

interface Props {
  account: Account;
  onCleared: () => void;
  onCancel: () => void;
}

/** Asks once more before the history goes. */
export function ClearHistory({ account, onCleared, onCancel }: Props) {
  async function clear() {
    const { ok } = await send({ type: "clear-history", accountId: account.id });
    if (ok) onCleared();
    return ok;
  }
  return (
    <Question
      question={t("history.clearQuestion", [accountName(account)])}
      effect={t("history.clearEffect")}
      confirm={t("history.clearName")}
      busyText={t("history.clearing")}
      failedText={t("history.notCleared")}
      onConfirm={clear}
      onCancel={onCancel}
    />
  );
}
