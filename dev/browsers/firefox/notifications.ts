/** Functions that run inside Firefox itself, like those of `privileged.ts`. */

const API = `
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(id);
  const { notificationsMap } = await ExtensionParent.apiManager.asyncGetAPI("notifications", extension);
`;

/** What the extension shows now. */
export const NOTIFICATIONS = `async (id) => {
  ${API}
  return [...notificationsMap].map(([id, { options: { title, message } }]) => ({ id, title, message }));
}`;

/** What the browser does itself when one is clicked, also when the event page sleeps. */
export const CLICK_NOTIFICATION = `async (id, notification) => {
  ${API}
  notificationsMap.get(notification).observe(null, "alertclickcallback");
}`;
