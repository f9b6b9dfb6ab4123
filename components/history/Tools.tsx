import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { ClearHistory } from "./ClearHistory.tsx";
import "./tools.css";

interface Props {
  account: Account;
  onCleared: () => void;
  onPrint: () => void;
  /** What exports it, where there is something to export. */
  children: ComponentChildren;
}

/** The heading of the list, and beside it what can be done with all of it. */
export function Tools({ account, onCleared, onPrint, children }: Props) {
  const [isAsking, setAsking] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isAsking);
  return (
    <>
      <div class="tools">
        <h3>{t("history.changes")}</h3>
        <div class="buttons">
          {children}
          <button type="button" class="button" aria-label={t("history.printName")} onClick={onPrint}>
            {t("history.print")}
          </button>
          <button
            ref={opener}
            type="button"
            class="button"
            aria-label={t("history.clearName")}
            aria-expanded={isAsking}
            onClick={() => setAsking(true)}
          >
            {t("history.clear")}
          </button>
        </div>
      </div>
      {isAsking && <ClearHistory account={account} onCleared={onCleared} onCancel={() => setAsking(false)} />}
    </>
  );
}
