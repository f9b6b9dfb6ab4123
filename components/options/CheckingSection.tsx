import { INTERVALS, type Interval, type Settings } from "../../utils/store/records.ts";
import { plural, t } from "../../utils/words.ts";
import { SettingSelect } from "./SettingSelect.tsx";

/** How often Cal.com is asked. */
export function CheckingSection({ settings }: { settings: Settings }) {
  return (
    <section class="section" aria-labelledby="checking-heading">
      <h2 id="checking-heading">{t("options.checking")}</h2>
      <SettingSelect
        label={t("options.checkEvery")}
        hint={t("options.checkEveryHint")}
        value={String(settings.intervalMinutes)}
        choices={INTERVALS.map((minutes) => ({ value: String(minutes), word: duration(minutes) }))}
        change={(chosen) => ({ intervalMinutes: Number(chosen) as Interval })}
      />
    </section>
  );
}

function duration(minutes: Interval): string {
  return minutes % 60 === 0 ? plural("options.hours", minutes / 60) : plural("options.minutes", minutes);
}
