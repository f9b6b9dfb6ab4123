import { ACCOUNTS } from "../core/model/records.ts";

const PREFIX = "damaged:";
/** Enough to look into what happened, and a bound to what a fault that repeats itself can fill. */
const KEPT = 10;
/** As many again: by what was in a list of accounts it is known what belongs to somebody. */
const LISTS = `${PREFIX}${ACCOUNTS}:`;

/** A storage key for a damaged record, e.g. `damaged:settings:1760000000000`. */
export function quarantineName(name: string, now: number): string {
  return `${PREFIX}${name}:${now}`;
}

/** @param name any storage key */
export function isQuarantined(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** @param name storage key of the record that was damaged */
export function isQuarantinedOf(asideName: string, name: string): boolean {
  return asideName.startsWith(`${PREFIX}${name}:`);
}

/** The storage key that a damaged record had before it was set aside; of any other record its own. */
export function nameBefore(name: string): string {
  return isQuarantined(name) ? name.slice(PREFIX.length, name.lastIndexOf(":")) : name;
}

/**
 * Which damaged records go, so that with those now added no more than 10 are kept, and 10 lists of accounts; the oldest go first.
 * @param added their storage keys
 */
export function quarantinedToDrop(storedNames: readonly string[], added: readonly string[]): string[] {
  const isList = (name: string) => name.startsWith(LISTS);
  return [isList, (name: string) => !isList(name)].flatMap((isOne) => {
    const aside = storedNames.filter((name) => isQuarantined(name) && isOne(name));
    aside.sort((a, b) => timeOf(a) - timeOf(b));
    return aside.slice(0, Math.max(0, aside.length + added.filter(isOne).length - KEPT));
  });
}

function timeOf(name: string): number {
  return Number(name.slice(name.lastIndexOf(":") + 1)) || 0;
}
