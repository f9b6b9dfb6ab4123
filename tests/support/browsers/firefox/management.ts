/** Functions that run inside Firefox itself, like those of `privileged.ts`. */

/** What the switch in the list of extensions does. */
export const SET_ENABLED = `async (id, enabled) => {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const addon = await AddonManager.getAddonByID(id);
  await (enabled ? addon.enable() : addon.disable());
}`;

/** What the switches of the extension's permissions do. */
export const SET_HOST_ACCESS = `async (id, granted) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(id);
  const origins = extension.manifest.host_permissions;
  await ExtensionPermissions[granted ? "add" : "remove"](id, { permissions: [], origins }, extension);
}`;

/** Takes an extension away with all that it stored, although the profile keeps that over the driver's own reinstallations. */
export const UNINSTALL = `async (id) => {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const kept = ["keepStorageOnUninstall", "keepUuidOnUninstall"].map((name) => "extensions.webextensions." + name);
  for (const name of kept) Services.prefs.setBoolPref(name, false);
  await (await AddonManager.getAddonByID(id)).uninstall();
  for (const name of kept) Services.prefs.setBoolPref(name, true);
}`;

/** Closes every tab but the first one, where the driver works. */
export const CLOSE_OTHER_TABS = `() => {
  const [, ...others] = gBrowser.tabs;
  for (const tab of others) gBrowser.removeTab(tab, { skipPermitUnload: true });
}`;
