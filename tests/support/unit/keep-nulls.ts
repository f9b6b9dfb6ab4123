import type { fakeBrowser } from "wxt/testing/fake-browser";

/**
 * The fake browser takes null for a removal. Browsers keep it: what a commit empties, and a worker could not remove any more.
 * @returns forgets what was kept
 */
export function keepNulls(area: typeof fakeBrowser.storage.local): () => void {
  const { get, set, remove, clear } = area;
  const emptied = new Set<string>();
  Object.assign(area, {
    async get(asked?: string | string[] | null) {
      const found = await get(asked as string[]);
      const names = asked == null ? [...emptied] : [asked].flat().filter((name) => emptied.has(name));
      return { ...found, ...Object.fromEntries(names.map((name) => [name, null])) };
    },
    set(items: Record<string, unknown>) {
      for (const [name, value] of Object.entries(items)) {
        if (value === null) emptied.add(name);
        else emptied.delete(name);
      }
      return set(items);
    },
    remove(names: string | string[]) {
      for (const name of [names].flat()) emptied.delete(name);
      return remove(names as string[]);
    },
    clear() {
      emptied.clear();
      return clear();
    },
  });
  return () => emptied.clear();
}
