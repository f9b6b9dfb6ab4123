import type { Destination } from "../cal-api/observation.ts";
import { calendarKey } from "../core/calendars/distinct.ts";
import { isFeed } from "../core/calendars/feed.ts";
import type { AccountState } from "../core/model/account-state.ts";
import { calendarSubject, subjectKey } from "../core/model/subject.ts";
import { accountAtApp, appName } from "./app-name.ts";
import { calendarName } from "./calendar-name.ts";
import { t } from "./i18n.ts";
import { hashOf } from "./problem-ref.ts";

/** A calendar of an account, with all that it can be told from another one by. */
export interface Named {
  name: string;
  /** What it is counted as: the same in every connection that lists it. */
  key: string;
  externalId: string;
  /** Whose account at the app; null where Cal.com does not tell. */
  account: string | null;
  app: string;
  isFeed: boolean;
}

/** The calendars of an account by name, and by the subject that each is. */
interface AllNames {
  bySubject: Map<string, Named>;
  byName: Map<string, Named[]>;
  /** What each has beside its name, by name and then by `key`, as far as it was asked for. */
  parts: Map<string, Map<string, string>>;
}

const known = new WeakMap<AccountState, AllNames>();

/** Looked up once for each state: there may be a thousand calendars to tell of. */
export function allNames(state: AccountState): AllNames {
  let names = known.get(state);
  if (!names) {
    const bySubject = new Map(state.connections.flatMap(namedOf));
    const all = [...bySubject.values()];
    const keys = new Set(all.map(({ key }) => key));
    const { remembered, current } = state.destination;
    const elsewhere = [remembered, current]
      .filter((destination) => destination !== null)
      .map(namedDestination)
      .filter(({ key }) => !keys.has(key));
    names = { bySubject, byName: Map.groupBy([...all, ...elsewhere], ({ name }) => name), parts: new Map() };
    known.set(state, names);
  }
  return names;
}

function namedOf(connection: AccountState["connections"][number]): [string, Named][] {
  const common = {
    account: accountAtApp(connection),
    app: appName(connection),
    isFeed: isFeed(connection.integration),
  };
  return connection.calendars.map((calendar) => {
    const { externalId } = calendar;
    const name = calendarName({ ...calendar, integration: connection.integration });
    return [
      subjectKey(calendarSubject(connection, externalId)),
      { name, key: calendarKey(connection, calendar), externalId, ...common },
    ];
  });
}

/** One that no connection knows. */
export function namedDestination({ integration, externalId, name }: Destination): Named {
  const type = integration ?? "";
  return {
    name: calendarName({ integration, externalId, name }),
    key: calendarKey({ integration: type }, { externalId }),
    externalId,
    account: null,
    app: appName({ appName: null, integration: type }),
    isFeed: isFeed(integration),
  };
}

/**
 * A name that another calendar of the account has, too, with what tells them apart: the account at the app where that is
 * another one, else the app, else a short part of its id, which says little but is not the same. The same calendar in two
 * connections has no namesake in itself, unless they are of two accounts.
 * @param say is given the name alone, to shorten it
 */
export function toldApart(
  state: AccountState,
  named: Named,
  say: (name: string, whole: (name: string) => string) => string = (name, whole) => whole(name),
): string {
  const { name, account, app, key } = named;
  const names = allNames(state);
  const others = (names.byName.get(name) ?? []).filter((one) => one.key !== key || one.account !== account);
  if (others.length === 0 || account === name) return say(name, (short) => short);
  const strangers = others.filter((one) => one.key !== key);
  const isAlone = (what: "account" | "app") => strangers.every((one) => one[what] !== named[what]);
  const where = account !== null && isAlone("account") ? account : isAlone("app") ? app : null;
  if (where !== null) return say(name, (short) => t("problem.nameIn", [short, where]));
  const part = partsOf(names, name).get(key) ?? shortHash(key);
  return say(name, (short) => t("problem.nameWithId", [short, part]));
}

function partsOf({ byName, parts }: AllNames, name: string): Map<string, string> {
  const made = parts.get(name) ?? idParts(byName.get(name) ?? []);
  parts.set(name, made);
  return made;
}

const SHORT = 6;

/**
 * A few characters of the id of each, from the first place on where no two are alike. Of a feed and where there is no such place
 * a number made of the id: no character of a secret link is shown.
 */
function idParts(same: readonly Named[]): Map<string, string> {
  const ids = new Map(same.map(({ key, externalId }) => [key, endOf(externalId)]));
  const longest = Math.max(0, ...[...ids.values()].map(({ length }) => length));
  const from = same.some((one) => one.isFeed) ? -1 : firstApart([...ids.values()], longest);
  return new Map(
    [...ids].map(([key, id]) => [key, from < 0 ? shortHash(key) : id.slice(from, from + SHORT)]),
  );
}

function shortHash(key: string): string {
  return hashOf(key).slice(0, SHORT);
}

function firstApart(ids: readonly string[], longest: number): number {
  const [one = "", ...others] = ids;
  let from = 0;
  while (from < longest && others.every((id) => id[from] === one[from])) from++;
  for (; from < longest; from++) {
    const parts = new Set(ids.map((id) => id.slice(from, from + SHORT)));
    if (parts.size === ids.length && !parts.has("")) return from;
  }
  return -1;
}

/** What is its own in an id: without its host, the folders it is in, and Google's domain for all calendars. */
function endOf(id: string): string {
  const path = id.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  return path.slice(path.lastIndexOf("/") + 1).replace(/@.*$/s, "");
}
