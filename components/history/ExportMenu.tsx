import { useId, useRef, useState } from "preact/hooks";
import { accountWho } from "../../utils/copy/account-name.ts";
import { entrySentence } from "../../utils/copy/history/entry-sentence.ts";
import { t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import { csv, exportedEntry, historyJson } from "../../utils/core/history/export.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { download } from "../../utils/pages/files.ts";
import { isEscape } from "../common/escape.ts";
import { Icon } from "../common/Icon.tsx";

interface Props {
  account: Account;
  /** Those that pass the filter, newest first. */
  entries: readonly HistoryEntry[];
  connections: readonly NamedConnection[];
  say: (sentence: string) => void;
}

/** Saves the entries as a file: as a table, or for programs. */
export function ExportMenu({ account, entries, connections, say }: Props) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();

  function close() {
    opener.current?.focus();
    setOpen(false);
  }
  function save(type: "csv" | "json", mime: string, text: string) {
    const name = `calendar-status-history-${localDate(Date.now())}.${type}`;
    download(name, mime, text);
    say(t("history.exported", [name]));
    close();
  }
  function saveCsv() {
    const rows = entries.map((entry) => ({
      ...exportedEntry(entry, connections),
      text: entrySentence(entry, connections),
    }));
    save("csv", "text/csv;charset=utf-8", csv(rows));
  }
  function saveJson() {
    const exported = entries.map((entry) => exportedEntry(entry, connections));
    save("json", "application/json", historyJson(accountWho(account), Date.now(), exported));
  }
  const around = {
    onFocusOut: ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }) => {
      if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
    },
    onKeyDown: (event: KeyboardEvent) => isOpen && isEscape(event) && close(),
  };

  return (
    <div class="export" {...around}>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-label={t("history.exportName")}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t("history.export")}
        <Icon name="chevron" />
      </button>
      <div id={id} class="export-choices" hidden={!isOpen}>
        <button type="button" onClick={saveCsv}>
          {t("history.exportCsv")}
        </button>
        <button type="button" onClick={saveJson}>
          {t("history.exportJson")}
        </button>
        <p class="muted small">{t("history.exportHint")}</p>
      </div>
    </div>
  );
}
