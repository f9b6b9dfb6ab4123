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
