/** A record of an earlier version, as it was stored: of its version, but nothing of it was looked at yet. */
export type Earlier = Readonly<Record<string, unknown>>;

/**
 * Makes a record of the version before one of the next. Pure, without the clock or the browser, and never changed once it is
 * released: what it is given is to be read only. Any part may be gone or make no sense: that part is left as it is, and all others are
 * made what they have to be. One that throws costs more than the part.
 */
export type Migration = (earlier: Earlier) => object;

/** One migration for each version after the first, under the version that it leads to. */
export type Migrations = Readonly<Record<number, Migration>>;

/**
 * One step after the other, from the version that the record has to the present one.
 * @param raw a record of an earlier version
 * @returns one that the schema has yet to look at
 * @throws an Error where a step is missing, and whatever a step throws
 */
export function migrate(
  raw: Earlier & { readonly version: number },
  { version, migrations = {} }: { version: number; migrations?: Migrations },
): object {
  let record: Earlier = raw;
  for (let next = raw.version + 1; next <= version; next++) {
    const step = migrations[next];
    if (!step) throw new Error(`There is no migration to version ${next}.`);
    record = { ...step(record), version: next };
  }
  return record;
}
