import { useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Bar, Day } from "../../utils/core/history/bar.ts";
import { ConnectionBar } from "./ConnectionBar.tsx";
import { useFirstNew } from "./use-first-new.ts";
import "./bars.css";

/** More than most people have. */
const AT_FIRST = 12;

interface Props {
  bars: readonly Bar[];
  now: number;
  /** Goes to what happened on a day of a bar; null where nothing did. */
  showOf: (bar: Bar, day: Day) => (() => void) | null;
}

/** The last 30 days of each connection at a glance, a segment a day, today's last. */
export function Bars({ bars, now, showOf }: Props) {
  const [limit, setLimit] = useState(bars.length <= AT_FIRST ? Number.POSITIVE_INFINITY : AT_FIRST);
  const list = useFirstNew<HTMLUListElement>(limit, "li");
  const shown = bars.slice(0, limit);
  return (
    <div class="bars">
      <h3>{t("history.lastDays")}</h3>
      <ul ref={list}>
        {shown.map((bar, index) => (
          <li key={bar.key} tabIndex={-1}>
            <ConnectionBar
              bar={bar}
              now={now}
              hasScale={index === shown.length - 1}
              showOf={(day) => showOf(bar, day)}
            />
          </li>
        ))}
      </ul>
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

function Legend() {
  return (
    <ul class="legend muted small" aria-hidden="true">
      <li>
        <span class="segment worked" />
        {t("history.legendWorked")}
      </li>
      <li>
        <span class="segment broke" style={{ "--broken": "40%" }} />
        {t("history.legendBroke")}
      </li>
      <li>
        <span class="segment unknown" />
        {t("history.legendUnknown")}
      </li>
    </ul>
  );
}
