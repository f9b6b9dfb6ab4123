import { LEVELS, type Level } from "../../utils/status/finding.ts";
import type { Settings } from "../../utils/store/records.ts";
import { t } from "../../utils/words.ts";
import { SettingSelect } from "./SettingSelect.tsx";

/** What the number in the toolbar stands for. */
export function BadgeSection({ settings }: { settings: Settings }) {
  return (
    <section class="section" aria-labelledby="badge-heading">
      <h2 id="badge-heading">{t("options.badge")}</h2>
      <SettingSelect
        label={t("options.badgeCounts")}
        hint={t("options.badgeHint")}
        value={settings.countingLevel}
        choices={LEVELS.map((level) => ({ value: level, word: wordOf(level) }))}
        change={(countingLevel) => ({ countingLevel })}
      />
    </section>
  );
}

function wordOf(level: Level): string {
  switch (level) {
    case "error":
      return t("options.countErrors");
    case "warning":
      return t("options.countWarnings");
    case "notice":
      return t("options.countNotices");
  }
}
