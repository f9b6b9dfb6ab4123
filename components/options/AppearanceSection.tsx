import { t } from "../../utils/copy/i18n.ts";
import { APPEARANCES, type Settings } from "../../utils/core/model/records.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";

/** Light or dark, in both pages. */
export function AppearanceSection({ settings }: { settings: Settings }) {
  return (
    <Section heading={t("options.look")}>
      <SettingSelect
        label={t("options.appearance")}
        hint={t("options.appearanceHint")}
        value={settings.appearance}
        choices={APPEARANCES.map((value) => ({ value, word: t(`options.appearances.${value}`) }))}
        change={(appearance) => ({ appearance })}
      />
    </Section>
  );
}
