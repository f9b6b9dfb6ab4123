import { entryPlace } from "../../utils/copy/history/entry-sentence.ts";
import { itemSentence, itemTime, outcomeText } from "../../utils/copy/history/incident-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { HistoryItem, Incident } from "../../utils/core/history/incidents.ts";
import type { NamedConnection } from "../../utils/core/model/history.ts";
import { Icon } from "../common/Icon.tsx";
import { entryIcon } from "./entry-icon.ts";

interface Props {
  item: HistoryItem;
  connections: readonly NamedConnection[];
}

/** One change, or one problem from begin to end: when, what, how bad, and what came of it. Only what lasts has a colour. */
export function Entry({ item, connections }: Props) {
  const { id, at, entry, incident } = item;
  const level = entry.event === "came" ? entry.level : undefined;
  const isOpen = incident?.outcome === "open";
  const place = entryPlace(entry, connections);
  return (
    <li class="entry" tabIndex={-1} data-item={id}>
      <time class="entry-time muted" dateTime={isoSpan(at, incident)}>
        {itemTime(item)}
      </time>
      <span class={`entry-icon ${isOpen ? (level ?? "notice") : "plain"}`}>
        <Icon name={entryIcon(entry)} />
      </span>
      <div class="entry-words">
        <p>
          {level && (
            <span class={isOpen ? `entry-level ${level}` : "visually-hidden"}>{t(`level.${level}`)}: </span>
          )}
          {itemSentence(item, connections)}
        </p>
        {place !== null && <p class="muted small">{place}</p>}
      </div>
      {incident && <Outcome incident={incident} />}
    </li>
  );
}

/** As programs read it: a moment, or `begin/end` of what has both. */
function isoSpan(at: number, incident: Incident | null): string {
  const moments = incident?.end && incident.end > at ? [at, incident.end] : [at];
  return moments.map((moment) => new Date(moment).toISOString()).join("/");
}

function Outcome({ incident }: { incident: Incident }) {
  const text = outcomeText(incident);
  if (text === null) return null;
  const isSolved = incident.outcome === "recovered";
  return (
    <p class={`entry-outcome small ${isSolved ? "solved" : "muted"}`}>
      {isSolved && <Icon name="check" />}
      {text}
    </p>
  );
}
