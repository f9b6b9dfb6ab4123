/**
 * What is stored of a record without depth, for a session at most: a part that is gone or of another type is lost alone.
 * @param usual what takes the place of each
 */
export function fitting<T extends object>(raw: unknown, usual: T): T {
  const parts = (raw ?? {}) as Record<string, unknown>;
  const saved = Object.entries(usual).map(([name, value]) => [
    name,
    typeof parts[name] === typeof value ? parts[name] : value,
  ]);
  return Object.fromEntries(saved) as T;
}
