import { useState } from "preact/hooks";
import { formatTime } from "../../utils/copy/format-time.ts";
import { dayHeading } from "../../utils/copy/history/dates.ts";
import { entryPlace, entrySentence } from "../../utils/copy/history/entry-sentence.ts";
import { shownCountText } from "../../utils/copy/history/filter-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import type { JournaledAction } from "../../utils/core/model/actions.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { Icon, type IconName } from "../common/Icon.tsx";
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
          <span class="muted small shown">{shownCountText(limit, entries.length)}</span>
        </div>
      )}
    </>
  );
}

/** One change: when, what, and how bad it was. */
function Entry({ entry, connections }: { entry: HistoryEntry; connections: readonly NamedConnection[] }) {
  const level = entry.event === "came" ? entry.level : undefined;
  const place = entryPlace(entry, connections);
  return (
    <li class="entry" tabIndex={-1}>
      <time class="muted" dateTime={new Date(entry.at).toISOString()}>
        {formatTime(entry.at, entry.at)}
      </time>
      <span class={`entry-icon ${entryTone(entry)}`}>
        <Icon name={entryIcon(entry)} />
      </span>
      <div>
        <p>
          {level && <span class={`entry-level ${level}`}>{t(`level.${level}`)}: </span>}
          {entrySentence(entry, connections)}
        </p>
        {place !== null && <p class="muted small">{place}</p>}
      </div>
    </li>
  );
}

/** The picture of what happened. */
function entryIcon({ event, level, action }: HistoryEntry): IconName {
  switch (event) {
    case "came":
      return level ?? "notice";
    case "recovered":
    case "selected":
      return "check";
    case "ended":
      return "gone";
    case "unselected":
      return "unchecked";
    case "destination":
      return "destination";
    case "action":
      return action ? ACTION_ICONS[action] : "check";
  }
}

const ACTION_ICONS: Record<JournaledAction, IconName> = {
  connect: "check",
  "replace-key": "lock",
  acknowledge: "check",
  unacknowledge: "again",
  snooze: "past",
  "end-snooze": "past",
  "snooze-problem": "past",
  "end-snooze-problem": "past",
  "select-calendar": "check",
  "unselect-calendar": "unchecked",
  "set-destination": "destination",
  "keep-destination": "destination",
  "restore-event-types": "destination",
  "remove-connection": "gone",
  "restore-everything": "check",
  "dismiss-mending": "past",
};

/** The colour that it has; the words beside it say the same. */
function entryTone({ event, level }: HistoryEntry): "error" | "warning" | "notice" | "good" | "plain" {
  if (event === "came") return level ?? "notice";
  return event === "recovered" ? "good" : "plain";
}
