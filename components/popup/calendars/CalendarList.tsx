import { useMemo, useState } from "preact/hooks";
import { keepPlace, placeNow } from "../../../utils/pages/place.ts";
import {
  type AccountView,
  countCalendars,
  FILTER_FROM,
  firstWithSwitches,
} from "../../../utils/screen/calendars/list.ts";
import { PartMissing } from "../../common/lazy.tsx";
import { filterPart } from "../lazy-parts.ts";
import { AccountHead } from "./AccountHead.tsx";
import { ConnectionSection } from "./ConnectionSection.tsx";
import { ListSection } from "./ListSection.tsx";
import { useRowsByNeed } from "./use-rows-by-need.ts";
import { ROWS_TO_COME } from "./whole-list.ts";

/** Every account, connection and calendar, with a filter once they are many. */
export function CalendarList({ accounts }: { accounts: AccountView[] }) {
  const [typed, setTyped] = useState(placeNow().filter);
  const total = countCalendars(accounts);
  const part = filterPart.useLoaded(total >= FILTER_FROM);
  const filter = part !== "missing" && total >= FILTER_FROM ? part : null;
  const query = filter ? typed.trim() : "";
  const shown = useMemo(() => filter?.filtered(accounts, query) ?? accounts, [filter, query, accounts]);
  const shownTotal = countCalendars(shown);
  const { limit, rest } = useRowsByNeed(query, shownTotal);

  function type(next: string) {
    setTyped(next);
    keepPlace({ filter: next });
  }

  let before = 0;
  return (
    <ListSection total={total}>
      {part === "missing" && <PartMissing />}
      {filter && <filter.FilterField typed={typed} onType={type} shown={shown} />}
      {shown.map((account) => {
        const left = limit - before;
        before += countCalendars([account]);
        if (left <= 0) return null;
        return (
          <AccountSection key={account.id} account={account} isOneOfMany={accounts.length > 1} limit={left} />
        );
      })}
      {limit < shownTotal && <div ref={rest} class={ROWS_TO_COME} aria-hidden="true" />}
    </ListSection>
  );
}

interface Props {
  account: AccountView;
  /** One of several: its name is what to find one's way by. */
  isOneOfMany: boolean;
  /** How many of its calendars are drawn by now. */
  limit: number;
}

/** One account with its connections. */
function AccountSection({ account, isOneOfMany, limit }: Props) {
  const { id, connections, empty, isStale } = account;
  const withSwitches = firstWithSwitches(connections);
  let before = 0;
  return (
    <section class={isStale ? "account stale" : "account"}>
      {isOneOfMany && <AccountHead account={account} />}
      {connections.length === 0 && <p class="muted note">{empty}</p>}
      {connections.map((connection) => {
        const left = limit - before;
        before += connection.calendars.length;
        if (left <= 0) return null;
        return (
          <ConnectionSection
            key={connection.id}
            accountId={id}
            connection={connection}
            isCaptioned={connection === withSwitches}
            limit={left}
          />
        );
      })}
    </section>
  );
}
