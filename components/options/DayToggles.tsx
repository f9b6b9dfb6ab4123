import { browserLanguage, copyLanguage, t } from "../../utils/copy/i18n.ts";
import type { Day } from "../../utils/core/settings/quiet-hours/days.ts";
import { dayName, orderedDays } from "./quiet-hours.ts";

interface Props {
  chosen: readonly Day[];
  onChange: (days: Day[]) => void;
}

/** A small button for each day of the week that is pressed or not. They are called by their whole names. */
export function DayToggles({ chosen, onChange }: Props) {
  return (
    <fieldset class="days">
      <legend class="muted small">{t("options.quietDays")}</legend>
      {orderedDays(browserLanguage()).map((day) => (
        <label key={day} class="day">
          <input
            type="checkbox"
            class="visually-hidden"
            aria-label={dayName(copyLanguage(), day, "long")}
            checked={chosen.includes(day)}
            onChange={({ currentTarget }) => {
              const others = chosen.filter((one) => one !== day);
              onChange(currentTarget.checked ? [...others, day] : others);
            }}
          />
          <span aria-hidden="true">{dayName(copyLanguage(), day, "short")}</span>
        </label>
      ))}
    </fieldset>
  );
}
