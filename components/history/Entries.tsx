import { useState } from "preact/hooks";
import { dayHeading } from "../../utils/copy/history/dates.ts";
import { shownWords } from "../../utils/copy/history/match-words.ts";
import { t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { Entry } from "./Entry.tsx";
import { useFirstNew } from "./use-first-new.ts";

const STEP = 50;

interface Props {
  /** Newest first. */
  entries: readonly HistoryEntry[];
  connections: readonly NamedConnection[];
  now: number;
}

/** Entries under the days that they are of; the first fifty, and more on request. */
export function Entries({ entries, connections, now }: Props) {
  const [limit, setLimit] = useState(STEP);
  const list = useFirstNew<HTMLDivElement>(limit, ".entry");
  const days = Map.groupBy(entries.slice(0, limit), ({ at }) => localDate(at));
  return (
    <>
      <div ref={list} class="history-days">
        {[...days].map(([date, ofDay]) => (
          <div key={date} class="history-day">
            <h4>{dayHeading(date, localDate(now))}</h4>
            <ul>
              {ofDay.map((entry, index) => (
                <Entry key={`${entry.at} ${index}`} entry={entry} connections={connections} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {entries.length > limit && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
            {t("history.showMore")}
          </button>
          <span class="muted small shown">{shownWords(limit, entries.length)}</span>
        </div>
      )}
    </>
  );
}
