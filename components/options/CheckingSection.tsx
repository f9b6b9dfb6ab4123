import { plural, t } from "../../utils/copy/i18n.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";
import type { InForce } from "./use-setting.ts";

/** How often Cal.com is asked. */
export function CheckingSection({ inForce }: { inForce: InForce }) {
  return (
    <Section heading={t("options.checking")}>
      <SettingSelect
        name="intervalMinutes"
        inForce={inForce}
        label={t("options.checkEvery")}
        hint={t("options.checkEveryHint")}
        wordOf={duration}
      />
    </Section>
  );
}

function duration(minutes: number): string {
  return minutes % 60 === 0 ? plural("options.hours", minutes / 60) : plural("options.minutes", minutes);
}
