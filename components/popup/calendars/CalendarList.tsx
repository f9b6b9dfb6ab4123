import { useMemo, useRef, useState } from "preact/hooks";
import { plural, t } from "../../../utils/copy/i18n.ts";
import { PartMissing } from "../../common/lazy.tsx";
import { filterPart } from "../lazy-parts.ts";
import { ConnectionSection } from "./ConnectionSection.tsx";
import { type AccountView, countCalendars, FILTER_FROM } from "./list.ts";
import { useGrowingLimit } from "./use-growing-limit.ts";
import "./list.css";

/** From how many calendars on those that are off the screen are left to the browser to skip. */
const LONG_FROM = 100;

/** Every account, connection and calendar, with a filter once they are many. */
export function CalendarList({ accounts }: { accounts: AccountView[] }) {
  const [typed, setTyped] = useState("");
  const total = countCalendars(accounts);
  const part = filterPart.useLoaded(total >= FILTER_FROM);
  const filter = part === "missing" ? null : part;
  const withFilter = total >= FILTER_FROM && filter !== null;
  const search = useMemo(() => filter?.searchable(accounts) ?? null, [accounts, filter]);
  const query = withFilter ? typed.trim() : "";
  const shown = useMemo(
    () => (filter && search ? filter.filtered(search, query) : accounts),
    [filter, search, query, accounts],
  );
  const matches = countCalendars(shown);
  const limit = useGrowingLimit(query, matches);

  const section = useRef<HTMLElement>(null);
  const onType = (next: string) => {
    keepHeight(section.current, next.trim() !== "");
    setTyped(next);
  };

  let before = 0;
  return (
    <section ref={section} class={total >= LONG_FROM ? "list long" : "list"} aria-labelledby="list-heading">
      <h2 id="list-heading" class="visually-hidden">
        {t("list.heading")}
      </h2>
      {part === "missing" && <PartMissing />}
      {withFilter && <filter.FilterField typed={typed} onType={onType} />}
      {withFilter && (
        <p role="status" class={query !== "" && matches === 0 ? "no-match muted" : "visually-hidden"}>
          {query === ""
            ? ""
            : matches === 0
              ? t("list.noMatch")
              : plural("list.filtered", filter.countDistinct(shown))}
        </p>
      )}
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

/** A popup is as high as what is in it: it would jump at every letter. */
function keepHeight(section: HTMLElement | null, keep: boolean): void {
  const app = section?.closest<HTMLElement>("#app");
  if (!app) return;
  if (!keep) app.style.minBlockSize = "";
  else if (app.style.minBlockSize === "")
    app.style.minBlockSize = `${Math.min(app.offsetHeight, innerHeight)}px`;
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
      <h2 class={isOneOfMany ? "account-head" : "account-head muted small"}>
        <span class="cut" title={name}>
          {name}
        </span>
        <span class="cut muted small" title={place}>
          {place}
        </span>
      </h2>
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
