import { useEffect, useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import { localDate } from "../../utils/copy/local-date.ts";
import { bars } from "../../utils/core/history/bar.ts";
import { type Filter, matching, NO_FILTER, recent } from "../../utils/core/history/filter.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { AccountState } from "../../utils/core/model/account-state.ts";
import { send } from "../../utils/messaging/send.ts";
import { type OpenHistory, openHistory } from "../../utils/pages/open-history.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { Question } from "../common/Question.tsx";
import { Bars } from "./Bars.tsx";
import { Entries } from "./Entries.tsx";
import { ExportButtons } from "./ExportButtons.tsx";
import { Filters } from "./Filters.tsx";

interface Props {
  account: Account;
  state: AccountState;
  onCleared: () => void;
}

/** Bars, list and exports of one account. */
export function AccountHistory({ account, state, onCleared }: Props) {
  const open = useHistory(account.id);
  const [filter, setFilter] = useState(NO_FILTER);
  const [said, say] = useState("");
  const [timesCleared, setTimesCleared] = useState(0);
  if (open === null) return null;

  const now = Date.now();
  const history = recent(open.history, now);
  const entries = matching(history, filter);
  const hasEntries = history.entries.length > 0;
  const shownBars = bars(history.days, localDate(now), presentIn(state));

  function choose(chosen: Filter) {
    setFilter(chosen);
    say("");
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
      {shownBars.length > 0 && <Bars bars={shownBars} />}
      {hasEntries && (
        <div class="changes">
          <h3>{t("history.changes")}</h3>
          <Filters history={history} filter={filter} onChoose={choose} matches={entries.length} />
          <Entries
            key={`${filter.about} ${filter.kind}`}
            entries={entries}
            connections={history.connections}
            now={now}
          />
        </div>
      )}
      {!hasEntries && open.condition === "ok" && <NothingYet />}
      {entries.length > 0 && (
        <ExportButtons account={account} connections={history.connections} entries={entries} say={say} />
      )}
      {(hasEntries || shownBars.length > 0) && (
        // WHY [key]: the question goes with what it asked about, and the focus to the heading instead of its button.
        <ClearHistory key={timesCleared} account={account} onCleared={cleared} />
      )}
      <p role="status" class={said === "" ? "visually-hidden" : "outcome ok"}>
        {said}
      </p>
    </>
  );
}

function presentIn({ connections, lastGoodAt }: AccountState): AccountState["connections"] | null {
  return lastGoodAt === null ? null : connections.filter(({ condition }) => condition !== "missing");
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

/** Deletes the history of an account, after a question. */
function ClearHistory({ account, onCleared }: { account: Account; onCleared: () => void }) {
  const [asking, setAsking] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(asking);
  if (!asking) {
    return (
      <button ref={opener} type="button" class="button" onClick={() => setAsking(true)}>
        {t("history.clear")}
      </button>
    );
  }
  return <ClearQuestion account={account} onCleared={onCleared} onCancel={() => setAsking(false)} />;
}

interface ClearHistoryProps {
  account: Account;
  onCleared: () => void;
  onCancel: () => void;
}

/** Asks once more before the history goes. */
function ClearQuestion({ account, onCleared, onCancel }: ClearHistoryProps) {
  async function clear() {
    const { ok } = await send({ type: "clear-history", accountId: account.id });
    if (ok) onCleared();
    return ok;
  }
  return (
    <Question
      question={t("history.clearQuestion", [accountName(account)])}
      effect={t("history.clearEffect")}
      confirm={t("history.clear")}
      busyText={t("history.clearing")}
      failedText={t("history.notCleared")}
      onConfirm={clear}
      onCancel={onCancel}
    />
  );
}
