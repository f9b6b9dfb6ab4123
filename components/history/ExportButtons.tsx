import { accountWho } from "../../utils/copy/account-name.ts";
import { entrySentence } from "../../utils/copy/history/entry-sentence.ts";
import { plural, t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import { csv, exportedEntry, historyJson } from "../../utils/core/history/export.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { download } from "../../utils/pages/files.ts";

interface Props {
  account: Account;
  /** Those that pass the filter. */
  entries: readonly HistoryEntry[];
  connections: readonly NamedConnection[];
  say: (sentence: string) => void;
}

/** Saves the entries as a file: as a table, or for programs. */
export function ExportButtons({ account, entries, connections, say }: Props) {
  function save(type: "csv" | "json", mime: string, text: string) {
    const name = `calendar-status-history-${localDate(Date.now())}.${type}`;
    download(name, mime, text);
    say(plural("history.exported", entries.length, [name]));
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
  return (
    <div class="exports">
      <p class="muted small">{t("history.exportHint")}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={saveCsv}>
          {t("history.exportCsv")}
        </button>
        <button type="button" class="button" onClick={saveJson}>
          {t("history.exportJson")}
        </button>
      </div>
    </div>
  );
}
