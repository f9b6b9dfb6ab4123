import { t } from "../../utils/copy/i18n.ts";
import { exportText } from "../../utils/core/settings/file.ts";
import { download } from "../../utils/pages/download.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { ImportSettings } from "./ImportSettings.tsx";
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
