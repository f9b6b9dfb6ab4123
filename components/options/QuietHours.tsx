import { useEffect, useId, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import {
  parseQuietHours,
  type QuietHours,
  quietHoursText,
} from "../../utils/core/settings/quiet-hours/text.ts";
import { DayToggles } from "./DayToggles.tsx";
import { flawOf, USUAL_HOURS } from "./quiet-hours.ts";
import { notesOf, Setting } from "./Setting.tsx";
import { type EffectiveSettings, useSetting } from "./use-setting.ts";
import "./quiet-hours.css";

/** When notifications wait: a switch, and while it is on the times and days. Each change is saved as soon as it makes sense. */
export function QuietHoursSetting({ inForce }: { inForce: EffectiveSettings }) {
  const id = useId();
  const { chosen, isLocked, outcome, choose } = useSetting("quietHours", inForce);
  const stored = parseQuietHours(chosen);
  /** What is chosen but can't be saved as it is. */
  const [draft, setDraft] = useState<QuietHours | null>(null);
  /** Those that were switched off last, so that they are there again when it is switched on. */
  const [last, setLast] = useState(USUAL_HOURS);
  useEffect(() => setDraft(null), [chosen]);
  const shown = draft ?? stored;
  const flaw = draft && flawOf(draft);
  const hint = t("options.quietHoursHint");

  function change(hours: QuietHours) {
    const isFlawed = flawOf(hours) !== null;
    setDraft(isFlawed ? hours : null);
    if (!isFlawed) choose(quietHoursText(hours));
  }

  function switchTo(on: boolean) {
    if (stored) setLast(stored);
    setDraft(null);
    choose(on ? quietHoursText(last) : "");
  }

  return (
    <>
      <Setting id={id} label={t("options.quietHours")} hint={hint} isLocked={isLocked} outcome={outcome}>
        <input
          id={id}
          type="checkbox"
          role="switch"
          class="switch"
          checked={shown !== null}
          aria-checked={shown !== null}
          disabled={isLocked}
          aria-describedby={notesOf(id, hint, isLocked)}
          onChange={({ currentTarget }) => switchTo(currentTarget.checked)}
        />
      </Setting>
      {shown && (
        <fieldset class="quiet-hours" disabled={isLocked}>
          <legend class="visually-hidden">{t("options.quietHours")}</legend>
          <Times hours={shown} onChange={change} />
          <DayToggles chosen={shown.days} onChange={(days) => change({ ...shown, days })} />
          {flaw && (
            <p role="alert" class="alert">
              {t(`options.quietFlaw.${flaw}`)}
            </p>
          )}
        </fieldset>
      )}
    </>
  );
}

interface TimesProps {
  hours: QuietHours;
  onChange: (hours: QuietHours) => void;
}

function Times({ hours, onChange }: TimesProps) {
  const id = useId();
  return (
    <div class="times">
      {(["from", "to"] as const).map((end) => (
        <label key={end}>
          {t(`options.quietTime.${end}`)}
          <input
            type="time"
            class="input"
            required
            value={hours[end]}
            aria-describedby={end === "to" ? id : undefined}
            onChange={({ currentTarget }) => onChange({ ...hours, [end]: currentTarget.value })}
          />
        </label>
      ))}
      <span id={id} class="muted small">
        {hours.to <= hours.from && hours.to !== "" && t("options.quietNextDay")}
      </span>
    </div>
  );
}
