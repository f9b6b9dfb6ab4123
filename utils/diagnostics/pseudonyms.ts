/** Cal.com's names for apps look like that; anything else may be a name of somebody's own. */
const APP_TYPE = /^[a-z0-9-]{1,30}_[a-z]{1,20}$/;

/**
 * Names that stand for ids, the same for the same id, numbered in the order in which they are first asked for. One for each
 * account: what is a stand-in in its text is the same in its recording.
 */
export class Pseudonyms {
  readonly #names = new Map<string, Map<string, number>>();

  /** @param id a fingerprint */
  calendar(id: string): string {
    return `calendar-${this.#number("calendar", id)}`;
  }

  /** @param name what it is called in the log */
  calendarName(name: string): string {
    return `name-${this.#number("calendarName", name)}`;
  }

  /** @param id a fingerprint */
  delegation(id: string): string {
    return `delegation-${this.#number("delegation", id)}`;
  }

  /** Delegations all have -1, which tells them from others, and nothing about anybody. */
  credential(id: number): number {
    return id === -1 ? id : this.#number("credential", String(id));
  }

  type(type: string): string {
    return type === "" || APP_TYPE.test(type) ? type : `app-${this.#number("type", type)}`;
  }

  #number(what: string, id: string): number {
    const known = this.#names.get(what) ?? new Map<string, number>();
    this.#names.set(what, known);
    const number = known.get(id) ?? known.size + 1;
    known.set(id, number);
    return number;
  }
}

/** null stays null. */
export function orNull<T, U>(value: T | null, of: (value: T) => U): U | null {
  return value === null ? null : of(value);
}
