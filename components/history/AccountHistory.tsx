import { useEffect, useMemo, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import type { Bar, Day } from "../../utils/core/history/bar.ts";
import { type Filter, matching, NO_FILTER } from "../../utils/core/history/filter.ts";
import { entriesOf } from "../../utils/core/history/incidents.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { AccountState } from "../../utils/core/model/account-state.ts";
import { type OpenHistory, openHistory } from "../../utils/pages/open-history.ts";
import { Bars } from "./Bars.tsx";
import { Entries, type Target } from "./Entries.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { Filters } from "./Filters.tsx";
import { type HistoryView, historyView } from "./history-view.ts";
import { itemOfDay } from "./item-of-day.ts";
import { Tools } from "./Tools.tsx";
import { usePrinting } from "./use-printing.ts";

interface Props {
  account: Account;
  state: AccountState;
  /** By how much the clock is ahead of the account's own time, by which its history is, in ms. */
  clockAheadBy: number;
  onCleared: () => void;
}

/** Bars, list and exports of one account, once its history is read. */
export function AccountHistory({ account, state, clockAheadBy, onCleared }: Props) {
  const open = useHistory(account.id);
  const view = useMemo(
    () => open && historyView(open.history, state, Date.now() - clockAheadBy),
    [open, state, clockAheadBy],
  );
  return open && view && <OpenedHistory {...{ account, open, view, onCleared }} />;
}

type OpenedProps = Omit<Props, "state" | "clockAheadBy"> & { open: OpenHistory; view: HistoryView };

function OpenedHistory({ account, open, view, onCleared }: OpenedProps) {
  const { history, items, bars, now } = view;
  const [filter, setFilter] = useState(NO_FILTER);
  const [target, setTarget] = useState<Target | null>(null);
  const [said, say] = useState("");
  const [timesCleared, setTimesCleared] = useState(0);
  const [isPrinting, print] = usePrinting();
  const shown = matching(items, history.connections, filter, now);
  const hasItems = items.length > 0;

  function choose(chosen: Filter) {
    setFilter(chosen);
    setTarget(null);
    say("");
  }
  function showOf(bar: Bar, day: Day) {
    const item = itemOfDay(items, history.connections, bar, day.date, now);
    if (!item) return null;
    return () => {
      if (!shown.includes(item)) choose(NO_FILTER);
      setTarget({ id: item.id });
    };
  }
  function cleared() {
    setTimesCleared(timesCleared + 1);
    choose(NO_FILTER);
    say(t("history.cleared"));
    onCleared();
  }

  return (
    <>
      {open.condition !== "ok" && <p class="history-note">{t(`history.${open.condition}`)}</p>}
      {bars.length > 0 && <Bars bars={bars} now={now} showOf={showOf} />}
      <div class="changes">
        {(hasItems || bars.length > 0) && (
          // WHY [key]: the question goes with what it asked about, and the focus to the heading instead of its button.
          <Tools key={timesCleared} account={account} onCleared={cleared} onPrint={print}>
            {shown.length > 0 && (
              <ExportMenu
                account={account}
                connections={history.connections}
                entries={entriesOf(shown)}
                say={say}
              />
            )}
          </Tools>
        )}
        <p role="status" class={said === "" ? "visually-hidden" : "outcome ok"}>
          {said}
        </p>
        {hasItems && (
          <>
            <Filters
              history={history}
              filter={filter}
              onChoose={choose}
              matches={shown.length}
              all={items.length}
            />
            <Entries
              key={`${filter.about} ${filter.sort} ${filter.range}`}
              items={shown}
              connections={history.connections}
              now={now}
              target={target}
              isWhole={isPrinting}
            />
          </>
        )}
        {!hasItems && open.condition === "ok" && <NothingYet />}
      </div>
    </>
  );
}

function NothingYet() {
  return (
    <div class="nothing-yet">
      <p class="who">{t("history.empty")}</p>
      <p class="muted">{t("history.emptyHint")}</p>
    </div>
  );
}

/** The history of one account; null until it is read. Draws again at every change. */
function useHistory(accountId: string): OpenHistory | null {
  const [open, setOpen] = useState<OpenHistory | null>(null);
  useEffect(() => openHistory(accountId, setOpen), [accountId]);
  return open;
}
