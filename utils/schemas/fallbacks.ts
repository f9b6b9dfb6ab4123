import type * as z from "zod/mini";

type Parts = Readonly<Record<string, unknown>>;

/**
 * Makes what takes the place of a part that is gone or makes no sense.
 * @param beside the other parts of the same object, as they are stored
 * @param record the whole record, as it is stored
 * @returns undefined where nothing can: the object is lost then
 */
export type Made<T> = (beside: Parts, record: Parts) => T | undefined;

type Fallbacks<T> = { readonly [N in keyof T]?: T[N] | Made<T[N]> };

const fallbacks = new WeakMap<z.ZodMiniType, Parts>();
const essentials = new WeakSet<z.ZodMiniType>();

/**
 * An object of which each part that is gone or makes no sense is lost alone. Where nothing else is said, what may be null is
 * null then, a list is empty, and what may be absent is absent; without any other part the object itself is lost.
 *
 * What hides something from people has to be lost, and what shows something has to stay: a mark that may have had an end is over, and
 * what may be broken is not well.
 * @param of what takes their place, by their names
 */
export function savable<T extends object>(schema: z.ZodMiniType<T>, of: Fallbacks<T>): z.ZodMiniType<T> {
  fallbacks.set(schema, of as Parts);
  return schema;
}

/** A part that an object is lost without, though it may be null: nothing else says what the object is about. */
export function essential<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T> {
  essentials.add(schema);
  return schema;
}

/** What takes the place of this part; undefined where nothing can. */
export function fallbackOf(
  object: z.ZodMiniType,
  part: z.ZodMiniType,
  name: string,
  ...[beside, record]: Parameters<Made<unknown>>
): { value: unknown } | undefined {
  const of = fallbacks.get(object) ?? {};
  if (Object.hasOwn(of, name)) {
    const value = typeof of[name] === "function" ? of[name](beside, record) : structuredClone(of[name]);
    return value === undefined ? undefined : { value };
  }
  return essentials.has(part) ? undefined : usual(part);
}

/** That of a default, null, or an empty list. */
function usual(part: z.ZodMiniType): { value: unknown } | undefined {
  const parsed = [undefined, null, []].map((value) => part.safeParse(value)).find(({ success }) => success);
  return parsed?.success ? { value: parsed.data } : undefined;
}

/** The time at which something is found to be damaged, in ms: what lasted until then ends, and what is wrong is so since then. */
export const nowFound = (): number => Date.now();

/**
 * The highest number of that name in a record: of a count or a clock that is lost, and that others were noted by.
 * @param names of the parts that were noted by it
 */
export function highest(...names: readonly string[]): Made<number> {
  return (beside) => numbersIn(beside, names).reduce((most, one) => Math.max(most, one), 0);
}

function numbersIn(value: unknown, names: readonly string[]): number[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === "number" ? (names.includes(name) ? [part] : []) : numbersIn(part, names),
  );
}
