import { formatTime } from "../../utils/copy/format-time.ts";
import { entryPlace, entrySentence } from "../../utils/copy/history/entry-sentence.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { Icon } from "../shared/Icon.tsx";
import { entryIcon, entryTone } from "./entry-icon.ts";

/** One change: when, what, and how bad it was. */
export function Entry({
  entry,
  connections,
}: {
  entry: HistoryEntry;
  connections: readonly NamedConnection[];
}) {
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
