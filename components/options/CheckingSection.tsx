import { plural, t } from "../../utils/copy/i18n.ts";
import { INTERVALS, type Interval } from "../../utils/core/model/records.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { Section } from "./Section.tsx";
import { SettingSelect } from "./SettingSelect.tsx";

/** How often Cal.com is asked. */
export function CheckingSection({ settings, policy }: Pick<Stored, "settings" | "policy">) {
  return (
    <Section heading={t("options.checking")}>
      <SettingSelect
        label={t("options.checkEvery")}
        hint={t("options.checkEveryHint")}
        value={String(settings.intervalMinutes)}
        isLocked={policy.intervalMinutes !== undefined}
        choices={INTERVALS.map((minutes) => ({ value: String(minutes), word: duration(minutes) }))}
        change={(chosen) => ({ intervalMinutes: Number(chosen) as Interval })}
      />
    </Section>
  );
}

function duration(minutes: Interval): string {
  return minutes % 60 === 0 ? plural("options.hours", minutes / 60) : plural("options.minutes", minutes);
}
