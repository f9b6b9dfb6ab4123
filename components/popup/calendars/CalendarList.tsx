import { useMemo, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { keepPlace, placeNow } from "../../../utils/pages/place.ts";
import { type AccountView, countCalendars, FILTER_FROM } from "../../../utils/screen/calendars/list.ts";
import { PartMissing } from "../../common/lazy.tsx";
import { filterPart } from "../lazy-parts.ts";
import { ConnectionSection } from "./ConnectionSection.tsx";
import { useGrowingLimit } from "./use-growing-limit.ts";
import "./list.css";

/** From how many calendars on those that are off the screen are left to the browser to skip. */
const LONG_FROM = 100;

/** Every account, connection and calendar, with a filter once they are many. */
export function CalendarList({ accounts }: { accounts: AccountView[] }) {
  const [typed, setTyped] = useState(placeNow().filter);
  const total = countCalendars(accounts);
  const part = filterPart.useLoaded(total >= FILTER_FROM);
  const filter = part !== "missing" && total >= FILTER_FROM ? part : null;
  const query = filter ? typed.trim() : "";
  const shown = useMemo(() => filter?.filtered(accounts, query) ?? accounts, [filter, query, accounts]);
  const limit = useGrowingLimit(query, countCalendars(shown));

  function type(next: string) {
    setTyped(next);
    keepPlace({ filter: next });
  }

  let before = 0;
  return (
    <section id="list" class={total >= LONG_FROM ? "list long" : "list"} aria-labelledby="list-heading">
      <h2 id="list-heading" class="visually-hidden">
        {t("list.heading")}
      </h2>
      {part === "missing" && <PartMissing />}
      {filter && <filter.FilterField typed={typed} onType={type} shown={shown} />}
      {shown.map((account) => {
        const left = Math.max(0, limit - before);
        before += countCalendars([account]);
        return (
          <AccountSection key={account.id} account={account} isOneOfMany={accounts.length > 1} limit={left} />
        );
      })}
    </section>
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
  const { id, name, place, connections, empty, isStale } = account;
  const withSwitches = connections.find(({ calendars }) => calendars.some(({ lastKnown }) => !lastKnown));
  let before = 0;
  return (
    <section class={isStale ? "account stale" : "account"}>
      {isOneOfMany && (
        <h2 class="account-head">
          <span class="cut" title={name}>
            {name}
          </span>
          <span class="cut muted small" title={place}>
            {place}
          </span>
        </h2>
      )}
      {connections.length === 0 && <p class="muted note">{empty}</p>}
      {connections.map((connection) => {
        const left = Math.max(0, limit - before);
        before += connection.calendars.length;
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
