import { useId, useState } from "preact/hooks";
import { plural, t } from "../../utils/copy/i18n.ts";
import { exportText } from "../../utils/core/settings/file.ts";
import type { ImportReply } from "../../utils/messaging/replies.ts";
import { send } from "../../utils/messaging/send.ts";
import { download, readFile } from "../../utils/pages/files.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { useNextInteraction } from "../common/use-announcement.ts";
import { Row } from "./Row.tsx";

const FILE_NAME = "calendar-status-settings.json";

/** The settings as a file, for another browser or a colleague. */
export function SettingsFile({ chosen }: Pick<Stored, "chosen">) {
  const id = useId();
  const [imported, setImported] = useState<Imported | null>(null);
  useNextInteraction(imported?.ok === true, () => setImported(null));

  async function take(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) return;
    // Cleared first: what is said again has to appear again to be read out.
    setImported(null);
    const reply = await takeFile(file);
    // Without this the same file, mended meanwhile, could not be chosen a second time.
    input.value = "";
    setImported(reply);
  }

  return (
    <Row
      name={t("options.settingsFile")}
      hint={t("options.settingsFileHint")}
      note={<ImportOutcome imported={imported} />}
    >
      <button
        type="button"
        class="button"
        onClick={() => download(FILE_NAME, "application/json", exportText(chosen))}
      >
        {t("options.exportSettings")}
      </button>
      <label class="button file-button" for={id}>
        <input
          id={id}
          type="file"
          class="visually-hidden"
          accept=".json,application/json"
          onChange={(event) => take(event.currentTarget)}
        />
        {t("options.importSettings")}
      </label>
    </Row>
  );
}

function ImportOutcome({ imported }: { imported: Imported | null }) {
  return (
    <>
      <p role="status" class="outcome ok">
        {imported?.ok && importSentence(imported)}
      </p>
      {imported?.ok === false && (
        <p role="alert" class="alert">
          {importSentence(imported)}
        </p>
      )}
    </>
  );
}

async function takeFile(file: File): Promise<Imported> {
  const text = await readFile(file);
  if (text === null) return { ok: false, problem: "damaged" };
  const noAnswer = { ok: false, problem: "noAnswer" } as const;
  return send({ type: "import-settings", text }).catch(() => noAnswer);
}

/** `noAnswer`: the worker said nothing at all. */
type Imported = ImportReply | { ok: false; problem: "noAnswer" };

/** What came of importing settings, in one or two sentences. */
export function importSentence(imported: Imported): string {
  if (!imported.ok) return t(`options.importProblem.${imported.problem}`);
  const { kept } = imported;
  return kept.length === 0 ? t("options.imported") : plural("options.importedBut", kept.length);
}
