import { useId } from "preact/hooks";
import { barLabel, barShort, barSummary } from "../../utils/copy/history/bar-text.ts";
import { dayOfMonth, shortDay } from "../../utils/copy/history/dates.ts";
import { dayText } from "../../utils/copy/history/day-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Bar, Day } from "../../utils/core/history/bar.ts";
import { AppGlyph } from "../common/AppGlyph.tsx";
import { useShownDay } from "./use-shown-day.ts";

interface Props {
  bar: Bar;
  now: number;
  /** Whether first and last day are named below it, while no day is told of. */
  hasScale: boolean;
  /** Goes to what happened on a day; null where nothing did. */
  showOf: (day: Day) => (() => void) | null;
}

/**
 * How one connection was, a segment a day: one control, on which a day is chosen as on a slider, since the days are too thin to be
 * controls. Below it what is known of that day.
 */
export function ConnectionBar({ bar, now, hasScale, showOf }: Props) {
  const summary = useId();
  const { chosen, shown, slider, around } = useShownDay(bar.days.length - 1);
  const day = bar.days[chosen];
  const told = shown === null ? undefined : bar.days[shown];
  return (
    <div {...around}>
      <BarHead bar={bar} now={now} />
      <div
        class="bar"
        role="slider"
        tabIndex={0}
        aria-label={barLabel(bar)}
        aria-describedby={summary}
        aria-valuemin={1}
        aria-valuemax={bar.days.length}
        aria-valuenow={chosen + 1}
        aria-valuetext={day && dayText(day, now)}
        {...slider}
      >
        {bar.days.map(({ date, state, share }, index) => (
          <span
            key={date}
            class={`segment ${state} ${index === shown ? "told" : ""}`}
            style={{ "--broken": `${(share ?? 0) * 100}%` }}
          />
        ))}
      </div>
      <p id={summary} class="visually-hidden">
        {barSummary(bar)}
      </p>
      <div class="bar-foot muted small">
        {told && <DayTold day={told} now={now} onShow={showOf(told)} />}
        {!told && hasScale && <Scale days={bar.days} />}
      </div>
    </div>
  );
}

function BarHead({ bar, now }: Pick<Props, "bar" | "now">) {
  return (
    <div class="bar-head">
      <AppGlyph type={bar.integration} />
      <p class="bar-name">
        <span class="who">{bar.app}</span> {bar.whose !== null && <bdi class="muted">{bar.whose}</bdi>}
      </p>
      <p class="bar-short muted">
        {bar.isGone && `${t("history.notConnected")} · `}
        {barShort(bar, now)}
      </p>
    </div>
  );
}

/** What is known of a day, where there is room for it: nothing below it moves. */
function DayTold({ day, now, onShow }: { day: Day; now: number; onShow: (() => void) | null }) {
  return (
    <>
      <span class="day-told">{dayText(day, now)}</span>
      {onShow && (
        <button
          type="button"
          class="link show-day"
          aria-label={t("history.showDayName", [shortDay(day.date)])}
          onClick={onShow}
        >
          {t("history.showDay")}
        </button>
      )}
    </>
  );
}

function Scale({ days }: { days: readonly Day[] }) {
  const first = days[0]?.date;
  return (
    <>
      <span aria-hidden="true">{first && dayOfMonth(first)}</span>
      <span aria-hidden="true">{t("history.today")}</span>
    </>
  );
}
