/** Functions that run inside Firefox itself, like those of `privileged.ts`. Both start an event page that sleeps. */

/** What the browser does itself when an entry of the toolbar button's menu is chosen. */
export const CLICK_MENU = `async (id, entry) => {
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(id);
  const entries = ExtensionParent.apiManager.global.gMenuMap.get(extension);
  if (!entries?.has(entry)) throw new Error('There is no menu entry "' + entry + '".');
  extension.emit("webext-menu-menuitem-click", { menuItemId: entry, editable: false, modifiers: [] }, null);
}`;

/** What the browser does itself when the keys of a command are pressed. */
export const PRESS_SHORTCUT = `async (id, command) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  const commands = await extension.shortcuts.commands;
  if (!commands.has(command)) throw new Error('There is no command "' + command + '".');
  extension.shortcuts.onCommand(command);
}`;
