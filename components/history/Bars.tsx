import { useState } from "preact/hooks";
import { barShort, barSummary, dayTitle } from "../../utils/copy/history/bar-text.ts";
import { dayOfMonth } from "../../utils/copy/history/dates.ts";
import { connectionLabel } from "../../utils/copy/history/filter-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Bar } from "../../utils/core/history/bar.ts";
import { useFirstNew } from "./use-first-new.ts";
import "./bars.css";

/** More than most people have. */
const AT_FIRST = 12;

/** The last 30 days of each connection at a glance, a segment a day, today's last. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const [limit, setLimit] = useState(bars.length <= AT_FIRST ? Number.POSITIVE_INFINITY : AT_FIRST);
  const list = useFirstNew<HTMLUListElement>(limit, "li");
  const shown = bars.slice(0, limit);
  const first = bars[0]?.days[0]?.date;
  return (
    <div class="bars">
      <h3>{t("history.lastDays")}</h3>
      <ul ref={list}>
        {shown.map((bar) => (
          <li key={bar.key} tabIndex={-1}>
            <ConnectionBar bar={bar} />
          </li>
        ))}
      </ul>
      {first !== undefined && (
        <p class="bar-scale muted small" aria-hidden="true">
          <span>{dayOfMonth(first)}</span>
          <span>{t("history.today")}</span>
        </p>
      )}
      {shown.length < bars.length && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => setLimit(Number.POSITIVE_INFINITY)}>
            {t("history.allConnectionBars", [bars.length])}
          </button>
        </div>
      )}
      <Legend />
    </div>
  );
}

function ConnectionBar({ bar }: { bar: Bar }) {
  return (
    <>
      <p class="bar-name" aria-hidden="true">
        <span class="who">{connectionLabel(bar)}</span>
        <span class="muted">
          {bar.isGone && `${t("history.notConnected")} · `}
          {barShort(bar)}
        </span>
      </p>
      <div class="bar" role="img" aria-label={barSummary(bar)}>
        {bar.days.map((day) => (
          <span key={day.date} class={`day ${day.state}`} title={dayTitle(day)} />
        ))}
      </div>
    </>
  );
}

function Legend() {
  return (
    <ul class="legend muted small" aria-hidden="true">
      <li>
        <span class="day worked" />
        {t("history.legendWorked")}
      </li>
      <li>
        <span class="day broke" />
        {t("history.legendBroke")}
      </li>
      <li>
        <span class="day unknown" />
        {t("history.legendUnknown")}
      </li>
    </ul>
  );
}
