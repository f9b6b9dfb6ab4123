import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { send } from "../../utils/messaging/send.ts";
import { Question } from "../shared/Question.tsx";
import type { Announce } from "../shared/use-announcement.ts";

interface Props {
  account: Account;
  say: Announce;
  onCancel: () => void;
}

/** Asks once more before an account goes, and says what goes with it. */
export function RemoveQuestion({ account, say, onCancel }: Props) {
  async function remove() {
    const { ok } = await send({ type: "remove-account", accountId: account.id });
    if (ok) say({ sentence: t("options.removed"), about: "removed" });
    return ok;
  }
  return (
    <Question
      question={t("options.removeQuestion", [accountName(account)])}
      effect={t("options.removeEffect")}
      confirm={t("options.removeConfirm")}
      busyText={t("options.removing")}
      failedText={t("options.notRemoved")}
      onConfirm={remove}
      onCancel={onCancel}
    />
  );
}
