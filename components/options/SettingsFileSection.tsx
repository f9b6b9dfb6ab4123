import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { plural, t } from "../../utils/copy/i18n.ts";
import { exportText } from "../../utils/core/settings/file.ts";
import type { ImportReply } from "../../utils/messaging/replies.ts";
import { send } from "../../utils/messaging/send.ts";
import { download, readFile } from "../../utils/pages/files.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { useNextInteraction } from "../common/use-announcement.ts";
import { Section } from "./Section.tsx";

const FILE_NAME = "calendar-status-settings.json";

/** The settings as a file, for another browser or a colleague. */
export function SettingsFileSection({ chosen }: Pick<Stored, "chosen">) {
  return (
    <Section heading={t("options.settingsFile")}>
      <p class="muted small">{t("options.settingsFileHint")}</p>
      <ImportSettings>
        <button
          type="button"
          class="button"
          onClick={() => download(FILE_NAME, "application/json", exportText(chosen))}
        >
          {t("options.exportSettings")}
        </button>
      </ImportSettings>
    </Section>
  );
}

/** Takes the settings over from a file, and says what came of it. */
function ImportSettings({ children }: { children: ComponentChildren }) {
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
    <>
      <div class="buttons">
        {children}
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
        <span role="status" class="outcome ok">
          {imported?.ok && importSentence(imported)}
        </span>
      </div>
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
