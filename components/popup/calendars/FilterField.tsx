import { plural, t } from "../../../utils/copy/i18n.ts";
import { countedAs } from "../../../utils/core/calendars/distinct.ts";
import type { AccountView, CalendarView, ConnectionView } from "../../../utils/screen/calendars/list.ts";
import { FilterBox } from "./FilterBox.tsx";

interface Props {
  typed: string;
  onType: (typed: string) => void;
  /** What is left of the list. */
  shown: readonly AccountView[];
}

/** Narrows the list of calendars while one types, and says how many are left. */
export function FilterField({ typed, onType, shown }: Props) {
  const isFiltered = typed.trim() !== "";
  const count = isFiltered ? countDistinct(shown) : 0;
  const said = !isFiltered ? "" : count === 0 ? t("list.noMatch") : plural("list.filtered", count);
  const onField = (field: HTMLInputElement) => {
    keepHeight(field, field.value.trim() !== "");
    onType(field.value);
  };
  return <FilterBox typed={typed} onType={onField} said={said} isSaidAloud={isFiltered && count === 0} />;
}

/** A popup is as high as what is in it: it would jump at every letter. */
function keepHeight(element: HTMLElement, keep: boolean): void {
  const app = element.closest<HTMLElement>("#app");
  if (!app) return;
  if (!keep) app.style.minBlockSize = "";
  else if (app.style.minBlockSize === "")
    app.style.minBlockSize = `${Math.min(app.offsetHeight, innerHeight)}px`;
}

/** What can be searched in calendars, folded. */
type Searchable = Map<CalendarView, string>;

/** By the list that it is of, so that each key stroke only compares. */
const prepared = new WeakMap<AccountView[], Searchable>();

function searchable(accounts: AccountView[]): Searchable {
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
  return texts;
}

function textOf({ name, flags }: CalendarView, context: string): string {
  return fold([name, ...flags.map(({ word }) => word), context].join(" "));
}

/**
 * The accounts and connections that have a matching calendar, with these alone. Every typed word has to be in a
 * calendar's name, its flags, or the names of its account and app.
 */
export function filtered(accounts: AccountView[], typed: string): AccountView[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return accounts;
  const texts = prepared.get(accounts) ?? searchable(accounts);
  prepared.set(accounts, texts);
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
