import { browser } from "wxt/browser";

/** To be called when the worker starts, synchronously. Firefox for Android has no keyboard shortcuts. */
export function onShortcut(pressed: (command: string) => void): void {
  browser.commands?.onCommand.addListener((command) => pressed(command));
}
