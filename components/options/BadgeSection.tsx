import { t } from "../../utils/copy/i18n.ts";
import type { Level } from "../../utils/core/model/level.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";
import { SettingSwitch } from "./SettingSwitch.tsx";
import type { InForce } from "./use-setting.ts";

/** What the number in the toolbar stands for, and whether there is one. */
export function BadgeSection({ inForce }: { inForce: InForce }) {
  return (
    <Section heading={t("options.badge")}>
      <SettingSwitch
        name="showBadge"
        inForce={inForce}
        label={t("options.showBadge")}
        hint={t("options.showBadgeHint")}
      />
      <SettingSelect
        name="countingLevel"
        inForce={inForce}
        label={t("options.badgeCounts")}
        hint={t("options.badgeHint")}
        wordOf={wordOf}
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
