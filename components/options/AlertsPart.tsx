import { t } from "../../utils/copy/i18n.ts";
import { PartSection } from "./Section.tsx";
import { AppearanceGroup, BadgeGroup, CheckingGroup, NotificationsGroup } from "./SettingGroups.tsx";
import { ShortcutsGroup } from "./Shortcuts.tsx";
import type { EffectiveSettings } from "./use-setting.ts";

/** What is checked and told, how the pages look, and which keys there are. */
export function AlertsPart({ inForce }: { inForce: EffectiveSettings }) {
  return (
    <PartSection heading={t("options.part.alerts")}>
      <CheckingGroup inForce={inForce} />
      <NotificationsGroup inForce={inForce} />
      <BadgeGroup inForce={inForce} />
      <AppearanceGroup inForce={inForce} />
      <ShortcutsGroup />
    </PartSection>
  );
}
