import { t } from "../../utils/copy/i18n.ts";
import { LEVELS, type Level } from "../../utils/core/model/finding.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";
import { SettingSwitch } from "./SettingSwitch.tsx";

/** What the number in the toolbar stands for, and whether there is one. */
export function BadgeSection({ settings, policy }: Pick<Stored, "settings" | "policy">) {
  return (
    <Section heading={t("options.badge")}>
      <SettingSwitch
        label={t("options.showBadge")}
        hint={t("options.showBadgeHint")}
        isOn={settings.showBadge}
        change={(showBadge) => ({ showBadge })}
      />
      <SettingSelect
        label={t("options.badgeCounts")}
        hint={t("options.badgeHint")}
        value={settings.countingLevel}
        isLocked={policy.countingLevel !== undefined}
        choices={LEVELS.map((level) => ({ value: level, word: wordOf(level) }))}
        change={(countingLevel) => ({ countingLevel })}
      />
    </Section>
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
