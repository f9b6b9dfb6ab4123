/** Functions that run inside Firefox itself, like those of `privileged.ts`. */

const API = `
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { extension } = WebExtensionPolicy.getByID(id);
  const { notificationsMap } = await ExtensionParent.apiManager.asyncGetAPI("notifications", extension);
`;

/**
 * Puts something in the place of the desktop that shows notifications until they are closed: without one Firefox takes each
 * for closed at once.
 */
export const SHOW_NOTIFICATIONS = `async () => {
  const contract = "@mozilla.org/alerts-service;1";
  const listeners = new Map();
  const service = {
    QueryInterface: ChromeUtils.generateQI(["nsIAlertsService"]),
    showAlert(alert, listener) {
      listeners.set(alert.name, listener);
      listener.observe(null, "alertshow", alert.name);
    },
    closeAlert(name) {
      listeners.get(name)?.observe(null, "alertfinished", name);
      listeners.delete(name);
    },
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const factory = { createInstance: (iid) => service.QueryInterface(iid) };
  registrar.registerFactory(Services.uuid.generateUUID(), "alerts of the driver", contract, factory);
}`;

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
