import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { useReturnedFocus } from "../shared/use-returned-focus.ts";
import { ClearQuestion } from "./ClearQuestion.tsx";

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
