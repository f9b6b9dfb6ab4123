import { browser } from "wxt/browser";
import { report } from "../browser/report.ts";
import { ACCOUNTS, ACCOUNTS_COPY } from "../core/model/records.ts";
import { serial } from "../core/serial.ts";
import { copyIn } from "./accounts.ts";
import { decode } from "./decode.ts";
import { quarantinedToDrop, quarantineName } from "./quarantine.ts";
import { kindOf } from "./record-kinds.ts";
import { shrunkToQuota } from "./shrink-to-quota.ts";

/**
 * What one commit writes: in `storage.local` all of it in one step. Values are whole records under their storage keys. A name that is
 * set is not removed, wherever else it stands.
 */
export interface Write {
  set?: Record<string, object>;
  remove?: string[];
  /** What is made of the rest and can be lost, instead of what `deriveWith` would make. */
  derived?: Record<string, object>;
  /** The same in `storage.session`, for keys that are to be forgotten with the browser session. */
  session?: { set?: Record<string, object>; remove?: string[] };
}

/** `newer`: nothing was written, since a record of a later version would have been overwritten. */
export type Committed = "stored" | "nothing" | "newer";

/** The browser would not write, e.g. because its quota is used up or the disk is full. */
export class NotWritten extends Error {
  override name = "NotWritten";
}

const inTurn = serial();

/** Makes something of what is written, to be written with it in one step. */
type Derive = (write: Write) => Promise<Record<string, object>>;
let derive: Derive = async () => ({});

/** From now on each commit is asked what goes with it. What that throws keeps nothing from being stored. */
export function deriveWith(made: Derive): void {
  derive = made;
}

/**
 * The only way into the store. One commit at a time: `decide` reads what is stored and says what to write, and nobody else
 * writes in between. A damaged record that is replaced is set aside; a newer one is never replaced.
 * @param decide returns null when there is nothing to write
 * @throws NotWritten, and whatever `decide` and reading the store throw
 */
export function commit(decide: () => Promise<Write | null> | Write | null): Promise<Committed> {
  return inTurn(async () => {
    const write = await decide();
    return write ? apply({ ...write, remove: notSet(write.remove, write.set) }) : "nothing";
  });
}

async function apply(write: Write): Promise<Committed> {
  const aside = await displaced(Object.keys(write.set ?? {}));
  if (aside === "newer") return "newer";
  try {
    await writeAll(write, aside).catch((error: unknown) => writeLess(write, aside, error));
  } catch (cause) {
    throw new NotWritten(cause instanceof Error ? cause.message : "unknown error", { cause });
  }
  return "stored";
}

/**
 * WHY [quota]: on a disk that is full, less history may win nothing. What is our own we can make room in.
 * (docs/decisions/0012-states-before-history.md)
 */
async function writeLess(write: Write, aside: Displaced, refused: unknown): Promise<void> {
  if (!write.set || !isFull(refused)) throw refused;
  for await (const set of shrunkToQuota(write.set)) {
    // What is to go goes, and is not made smaller instead.
    const kept = Object.entries(set).filter(([name]) => !write.remove?.includes(name));
    try {
      return await writeAll({ ...write, set: Object.fromEntries(kept) }, aside);
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  }
  throw refused;
}

const isFull = (error: unknown) => /quota/i.test(String(error));

/** All of it, or nothing: what a failing step has left behind in the other area is taken back. */
async function writeAll(write: Write, aside: Displaced): Promise<void> {
  const { local, session } = browser.storage;
  const made = write.derived ?? (await derived(write));
  const set = { ...aside.set, ...write.set, ...made };
  const isSet = write.set !== undefined || Object.keys(made).length > 0;
  const remove = notSet([...(write.remove ?? []), ...aside.remove], set);
  const forget = notSet(write.session?.remove, write.session?.set);
  // WHY [order]: a key comes before the account that needs it, and goes after it.
  const takeBack = await setInSession(write.session?.set ?? {});
  try {
    // WHY [null]: no browser sets and removes in one step. Null is read as missing, so the one step is this.
    // (docs/decisions/0009-set-and-remove-in-one-write.md)
    const emptied = Object.fromEntries(remove.map((name) => [name, null]));
    if (isSet) await local.set({ ...emptied, ...set });
    else if (remove.length > 0) await local.remove(remove);
    else if (forget.length > 0) await session.remove(forget);
  } catch (error) {
    await takeBack();
    throw error;
  }
  if (isSet && remove.length > 0) await tidy(() => local.remove(remove));
  if ((isSet || remove.length > 0) && forget.length > 0) await tidy(() => session.remove(forget));
}

/** Of what is to go, what is not set at the same time. */
function notSet(names: readonly string[] = [], set: object = {}): string[] {
  return names.filter((name) => !Object.hasOwn(set, name));
}

/** @returns makes it as it was before */
async function setInSession(set: Record<string, object>): Promise<() => Promise<void>> {
  const { session } = browser.storage;
  const names = Object.keys(set);
  if (names.length === 0) return async () => {};
  const before = Object.entries(await session.get(names)).filter(([, record]) => record != null);
  await session.set(set);
  return async () => {
    const had = new Set(before.map(([name]) => name));
    if (before.length > 0) await tidy(() => session.set(Object.fromEntries(before)));
    await tidy(() => session.remove(names.filter((name) => !had.has(name))));
  };
}

/** What is nobody's by now: should it not go, the worker's next start removes it. */
async function tidy(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => report("What is not needed any more could not be removed", error));
}

async function derived(write: Write): Promise<Record<string, object>> {
  return derive(write).catch((error: unknown) => {
    report("What is made of the store could not be made", error);
    return {};
  });
}

/** What must be kept elsewhere of the records that a write replaces, and what gives way to that. */
interface Displaced {
  set: Record<string, unknown>;
  remove: string[];
}

async function displaced(names: string[]): Promise<Displaced | "newer"> {
  const stored = await browser.storage.local.get([...names, ACCOUNTS]);
  const now = Date.now();
  const set: Record<string, unknown> = {};
  for (const name of names) {
    const kind = kindOf(name);
    if (!kind) throw new Error(`Nothing is stored under "${name.split(":")[0]}".`);
    const read = name === ACCOUNTS_COPY ? copyIn(stored) : decode(stored[name], kind);
    if (read.kind === "newer") return "newer";
    if (read.kind === "damaged" && !kind.secret) set[quarantineName(name, now)] = stored[name];
  }
  const added = Object.keys(set);
  if (added.length === 0) return { set, remove: [] };
  return { set, remove: quarantinedToDrop(Object.keys(await browser.storage.local.get(null)), added) };
}
