import { t } from "../../utils/copy/i18n.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";
import type { InForce } from "./use-setting.ts";

/** Light or dark, in both pages. */
export function AppearanceSection({ inForce }: { inForce: InForce }) {
  return (
    <Section heading={t("options.look")}>
      <SettingSelect
        name="appearance"
        inForce={inForce}
        label={t("options.appearance")}
        hint={t("options.appearanceHint")}
        wordOf={(appearance) => t(`options.appearances.${appearance}`)}
      />
    </Section>
  );
}
