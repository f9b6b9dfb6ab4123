import { download } from "../../utils/pages/download.ts";
import { exportText } from "../../utils/settings-file/export-text.ts";
import type { Settings } from "../../utils/store/records.ts";
import { t } from "../../utils/words.ts";
import { ImportSettings } from "./ImportSettings.tsx";
import { Section } from "./Section.tsx";

const FILE_NAME = "calendar-status-settings.json";

/** The settings as a file, for another browser or a colleague. */
export function SettingsFileSection({ chosen }: { chosen: Settings }) {
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
