import { t } from "../../../utils/copy/i18n.ts";
import { countedAs } from "../../../utils/core/calendars/distinct.ts";
import { Icon } from "../../common/Icon.tsx";
import type { AccountView, CalendarView, ConnectionView } from "./list.ts";
import "./filter.css";

/** Narrows the list of calendars while one types. */
export function FilterField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        aria-label={t("list.filter")}
        placeholder={t("list.filterHint")}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}

/** The list with what can be searched in it, prepared once so that each key stroke only compares. */
interface Searchable {
  accounts: AccountView[];
  /** Folded text by calendar. */
  texts: Map<CalendarView, string>;
}

export function searchable(accounts: AccountView[]): Searchable {
  const texts = new Map<CalendarView, string>();
  for (const account of accounts) {
    for (const connection of account.connections) {
      const context = [
        account.name,
        account.email,
        account.place,
        connection.app,
        ...connection.details,
      ].join(" ");
      for (const calendar of connection.calendars) texts.set(calendar, textOf(calendar, context));
    }
  }
  return { accounts, texts };
}

function textOf({ name, flags }: CalendarView, context: string): string {
  return fold([name, ...flags.map(({ word }) => word), context].join(" "));
}

/**
 * The accounts and connections that have a matching calendar, with these alone. Every typed word has to be in a
 * calendar's name, its flags, or the names of its account and app.
 */
export function filtered({ accounts, texts }: Searchable, typed: string): AccountView[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return accounts;
  const matches = (calendar: CalendarView) => {
    const text = texts.get(calendar) ?? "";
    return words.every((word) => text.includes(word));
  };
  return accounts
    .map((account) => ({ ...account, connections: narrowed(account.connections, matches) }))
    .filter(({ connections }) => connections.length > 0);
}

function narrowed(connections: ConnectionView[], matches: (calendar: CalendarView) => boolean) {
  return connections
    .map((connection) => ({ ...connection, calendars: connection.calendars.filter(matches) }))
    .filter(({ calendars }) => calendars.length > 0);
}

/** Capitals and accents make no difference to somebody who searches. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** How many calendars there are in a list: one that several connections of an account have is one. */
export function countDistinct(accounts: readonly AccountView[]): number {
  const keys = accounts.flatMap(({ id, connections }) =>
    connections.flatMap(({ calendars }) => calendars.map(({ subject }) => `${id} ${countedAs(subject)}`)),
  );
  return new Set(keys).size;
}
