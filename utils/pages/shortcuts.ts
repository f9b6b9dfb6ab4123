import { browser } from "wxt/browser";

/** A keyboard shortcut of the extension, which works in every window of the browser. */
export interface Shortcut {
  /** Its name in the manifest. */
  name: string;
  /** As the browser writes the keys; "" where none are set. */
  keys: string;
}

interface Commands {
  /** Firefox only. */
  openShortcutSettings?(): Promise<void>;
}

/** All of them, with the keys that they have now. Firefox for Android has none. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = "", shortcut = "" }) => ({ name, keys: shortcut }));
}

/** Where the browser changes them; null where only the person can go there. */
export function shortcutSettings(): (() => Promise<unknown>) | null {
  if (!import.meta.env.FIREFOX) return () => browser.tabs.create({ url: "chrome://extensions/shortcuts" });
  const commands = browser.commands as Commands | undefined;
  return commands?.openShortcutSettings ? () => commands.openShortcutSettings?.() ?? Promise.resolve() : null;
}
