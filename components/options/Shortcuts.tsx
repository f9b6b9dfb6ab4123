import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { readShortcuts, type Shortcut, shortcutSettings } from "../../utils/pages/shortcuts.ts";
import { RowGroup } from "./Section.tsx";
import { type KeyRow, popupKeyRows, shortcutRows } from "./shortcut-rows.ts";
import "./shortcuts.css";

/** Which keys there are: those of the browser, which change there, and those of the popup. */
export function ShortcutsGroup() {
  const shortcuts = useShortcuts();
  return (
    <>
      {shortcuts.length > 0 && (
        <RowGroup heading={t("options.shortcuts")} action={<ChangeShortcuts />}>
          <Keys rows={shortcutRows(shortcuts)} />
        </RowGroup>
      )}
      <RowGroup heading={t("options.popupKeys")}>
        <Keys rows={popupKeyRows()} />
      </RowGroup>
    </>
  );
}

/** Read again when the person comes back from where they are changed. */
function useShortcuts(): Shortcut[] {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = () => readShortcuts().then(setShortcuts, () => {});
    read();
    addEventListener("focus", read);
    return () => removeEventListener("focus", read);
  }, []);
  return shortcuts;
}

function ChangeShortcuts() {
  const change = shortcutSettings();
  if (change === null) return <p class="muted small">{t("options.changeShortcutsByHand")}</p>;
  return (
    <button type="button" class="button" onClick={() => change()}>
      {t("options.changeShortcuts")}
    </button>
  );
}

function Keys({ rows }: { rows: readonly KeyRow[] }) {
  return (
    <dl class="keys">
      {rows.map(({ does, keys }) => (
        <div key={does} class="key-row">
          <dt>{does}</dt>
          <dd>{keys === null ? <span class="muted">{t("options.noShortcut")}</span> : <kbd>{keys}</kbd>}</dd>
        </div>
      ))}
    </dl>
  );
}
