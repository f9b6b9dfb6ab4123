import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dayHeading } from "../../utils/copy/history/dates.ts";
import { shownCountText } from "../../utils/copy/history/filter-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import type { HistoryItem } from "../../utils/core/history/incidents.ts";
import type { NamedConnection } from "../../utils/core/model/history.ts";
import { Entry } from "./Entry.tsx";
import "./entries.css";

const STEP = 50;

/** An item to go to. Each time it is another object, so that one can go to the same again. */
export interface Target {
  id: number;
}

interface Props {
  /** Newest first. */
  items: readonly HistoryItem[];
  connections: readonly NamedConnection[];
  now: number;
  /** Is drawn, however far down it is, and takes the focus. */
  target: Target | null;
  /** Whether all are drawn: on paper there is nothing to ask for more with. */
  isWhole: boolean;
}

/** What happened, under the days on which it began; the first fifty, and more on request. */
export function Entries({ items, connections, now, target, isWhole }: Props) {
  const [limit, setLimit] = useState(STEP);
  const [firstNew, setFirstNew] = useState<Target | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useFocusOn(list, firstNew);
  useFocusOn(list, target);

  const needed = target ? items.findIndex(({ id }) => id === target.id) + 1 : 0;
  const drawn = isWhole ? items.length : Math.max(limit, needed);
  const days = Map.groupBy(items.slice(0, drawn), ({ at }) => localDate(at));
  function showMore() {
    const next = items[drawn];
    // The button may be gone then, and what comes next is what to go on with.
    if (next) setFirstNew({ id: next.id });
    setLimit(drawn + STEP);
  }
  return (
    <>
      <div ref={list} class="history-days">
        {[...days].map(([date, ofDay]) => (
          <div key={date} class="history-day">
            <h4>{dayHeading(date, localDate(now))}</h4>
            <ul>
              {ofDay.map((item) => (
                <Entry key={item.id} item={item} connections={connections} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {items.length > drawn && (
        <div class="buttons more-entries">
          <button type="button" class="button" onClick={showMore}>
            {t("history.showMore")}
          </button>
          <span class="muted small shown">{shownCountText(drawn, items.length)}</span>
        </div>
      )}
    </>
  );
}

/** Takes the focus to an item, with what is around it in sight. */
function useFocusOn(list: RefObject<HTMLElement | null>, target: Target | null): void {
  useEffect(() => {
    const item = target && list.current?.querySelector<HTMLElement>(`[data-item="${target.id}"]`);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "center" });
  }, [target, list]);
}
