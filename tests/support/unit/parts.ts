/** Where a part of a record is: names of parts of objects, and places in lists. */
export type Path = readonly (string | number)[];

/** Takes the place of a part that is to be gone. */
export const GONE = Symbol("gone");

/** What stands in the place of a part: gone, or of another type. */
export const WRONG: readonly [string, unknown][] = [
  ["gone", GONE],
  ["a number", 42.5],
  ["a text", "wrong"],
  ["null", null],
  ["a list", ["wrong"]],
  ["an object", { wrong: true }],
  ["a boolean", true],
];

/** Every part of a record, at every depth; of entries that are alike the first one. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  if (!Array.isArray(value)) {
    return [path, ...Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...path, name]))];
  }
  const shapes = new Set<string>();
  return [
    path,
    ...value.flatMap((entry, index) => {
      const shape = shapeOf(entry);
      if (shapes.has(shape)) return [];
      shapes.add(shape);
      return pathsIn(entry, [...path, index]);
    }),
  ];
}

/** The same record with one entry of each kind in each of its lists. */
export function eachOfAKind(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, eachOfAKind(part)]));
  }
  const byShape = new Map(value.toReversed().map((entry) => [shapeOf(entry), entry]));
  return [...byShape.values()].reverse().map(eachOfAKind);
}

/** Parts that say what an entry is. */
const SORTS = ["type", "what", "event", "action", "outcome", "condition", "region", "keyIn"];

function shapeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.entries(value)
    .map(([name, part]) => (SORTS.includes(name) ? `${name}=${part}` : `${name}:${sortOf(part)}`))
    .join();
}

function sortOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return Array.isArray(value) ? `${value.length > 0}` : shapeOf(value);
}

/** "state.findings[].level" */
export function patternOf(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? "[]" : `.${key}`))
    .join("")
    .replace(/^\./, "");
}

/** The same record with something else in the place of one part. */
export function replaced(record: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value === GONE ? undefined : value;
  if (Array.isArray(record)) {
    const place = Number(key);
    if (rest.length === 0 && value === GONE) return record.toSpliced(place, 1);
    return record.with(place, replaced(record[place], rest, value));
  }
  const { [key]: part, ...others } = record as Record<string, unknown>;
  if (rest.length === 0 && value === GONE) return others;
  return { ...others, [key]: replaced(part, rest, value) };
}

/**
 * What was lost when a part was damaged: the part itself, or the smallest that has it in it.
 * @param isSame whether two records are the same
 */
export function lostPart(
  record: unknown,
  saved: unknown,
  path: Path,
  isSame: (one: unknown, other: unknown) => boolean,
): Path {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    if (isSame(without(record, part), without(saved, part, listAt(record, part)))) return part;
  }
  return [];
}

/** How long the list is that a path ends in; null where it ends in an object. */
function listAt(record: unknown, path: Path): number | null {
  const list = partAt(record, path.slice(0, -1));
  return Array.isArray(list) ? list.length : null;
}

function partAt(record: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    record,
  );
}

/** @param entries of the list before: one that is shorter has lost the entry already */
function without(record: unknown, path: Path, entries: number | null = null): unknown {
  const list = partAt(record, path.slice(0, -1));
  if (typeof list !== "object" || list === null) return record;
  const isLost = Array.isArray(list) && entries !== null && list.length < entries;
  return isLost ? record : replaced(record, path, GONE);
}

/** A record without parts of these names, at whatever depth. */
export function withoutParts(record: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return record;
  return JSON.parse(JSON.stringify(record, (name, part) => (names.includes(name) ? undefined : part)));
}
