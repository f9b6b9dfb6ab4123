import type { KeptWords } from "../../../utils/screen/kept-words.ts";

// WHY [not the browser's]: for the first word that it is asked for, Chrome fetches and reads all of them, which takes longer than drawing
// the whole screen. The build puts this in the place of `utils/copy/i18n.ts` in the script of the first screen.

type WithChrome = { chrome: { i18n: { getMessage(name: string, substitutions: string[]): string } } };

let kept: Readonly<Record<string, string>> = {};

/** From now on it is said with these. */
export function speakWith({ words }: KeptWords): void {
  kept = words;
}

/** The text of a key, as it is kept with the screen; of another one the browser's. */
export function t(key: string, substitutions: readonly (string | number)[] = []): string {
  const text = kept[key];
  if (text !== undefined)
    return text.replace(/\$([1-9])/g, (_, at: string) => String(substitutions[Number(at) - 1] ?? ""));
  const { chrome } = globalThis as unknown as WithChrome;
  return chrome.i18n.getMessage(key.replaceAll(".", "_"), substitutions.map(String)) || key;
}
