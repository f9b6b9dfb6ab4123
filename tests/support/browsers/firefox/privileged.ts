/**
 * Functions that run inside Firefox itself, with all its privileges. They are sent as text, so each is complete in
 * itself, and what they use is the browser's, unknown to TypeScript.
 */

/** Waits for an add-on to run, puts its button on the toolbar, and tells its host name. */
export const EXTENSION_HOST = `async (id) => {
  for (let tries = 0; tries < 200; tries++) {
    const policy = WebExtensionPolicy.getByID(id);
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const action = policy?.active && ExtensionParent.apiManager.global?.browserActionFor?.(policy.extension);
    if (action?.widget) {
      CustomizableUI.addWidgetToArea(action.widget.id, CustomizableUI.AREA_NAVBAR);
      return policy.mozExtensionHostname;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The extension " + id + " did not start within 10 s.");
}`;

/**
 * Opens the popup as a click on the toolbar button does, and makes it a browsing context that WebDriver knows: it
 * knows tabs only, so the popup is shown to it as one more tab.
 */
export const OPEN_POPUP = `async (id) => {
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const { TabManager } = ChromeUtils.importESModule("chrome://remote/content/shared/TabManager.sys.mjs");
  if (!TabManager.showsPopups) {
    TabManager.showsPopups = true;
    const tabsOnly = TabManager.getTabsForWindow;
    TabManager.getTabsForWindow = function (win) {
      const popups = [...win.document.querySelectorAll("browser.webextension-popup-browser")];
      const known = popups.filter((one) => one.browsingContext && one.permanentKey);
      return [...tabsOnly.call(this, win), ...known.map((linkedBrowser) => ({ linkedBrowser }))];
    };
  }
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, true);
  for (let tries = 0; tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const popup = [...document.querySelectorAll("browser.webextension-popup-browser")].find(
      (one) => one.currentURI?.scheme === "moz-extension" && one.getBoundingClientRect().width > 30,
    );
    if (!popup || popup.webProgress?.isLoadingDocument) continue;
    popup.permanentKey ??= {};
    return { context: NavigableManager.getIdForBrowser(popup), url: popup.currentURI.spec };
  }
  throw new Error("The popup did not open within 10 s.");
}`;

export const CLOSE_POPUP = `async () => {
  for (const popup of document.querySelectorAll("browser.webextension-popup-browser")) {
    popup.closest("panel")?.hidePopup();
  }
}`;

/**
 * Makes the browser keep an accessibility tree of every page, with all names. A page that was asked for its own tree before
 * would leave the names out. Nobody else holds the service, so the window does.
 */
export const KEEP_ACCESSIBILITY_TREE = `() => {
  window.accessibilityService = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
}`;

/** Role and name of the element of a page with this id, null when the accessibility tree does not have it yet. */
export const READ_ACCESSIBLE = `(context, id) => {
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const browser = NavigableManager.getBrowsingContextById(context).embedderElement;
  const find = (accessible) => {
    if (!accessible || accessible.id === id) return accessible;
    for (let child = accessible.firstChild; child; child = child.nextSibling) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  const found = find(window.accessibilityService.getAccessibleFor(browser));
  return found && { role: found.computedARIARole, name: found.name ?? "" };
}`;

/** What the browser does itself when an event page was idle for 30 s. */
export const STOP_EVENT_PAGE = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  // An event on its way starts it again at once: then there is another one to stop.
  for (let tries = 0; tries < 200 && extension.backgroundState !== "stopped"; tries++) {
    if (tries % 20 === 0) await extension.terminateBackground();
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (extension.backgroundState !== "stopped") throw new Error("The event page did not stop within 10 s.");
}`;

/** The popup follows the look of the toolbar, a tab that of the contents. In all of these 0 is dark and 1 is light. */
export const SET_COLOR_SCHEME = `(value) => {
  Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", value);
  Services.prefs.setIntPref("browser.theme.toolbar-theme", value);
  Services.prefs.setIntPref("browser.theme.content-theme", value);
  Services.prefs.setIntPref("ui.systemUsesDarkTheme", value === 0 ? 1 : 0);
}`;

export const SET_OFFLINE = `(offline) => { Services.io.offline = offline; }`;

/** Makes the browser's language one that no language pack is installed for; extensions ask for nothing more. */
export const SET_LANGUAGE = `(tag) => {
  Services.locale.availableLocales = [...new Set([tag, ...Services.locale.availableLocales])];
  Services.locale.requestedLocales = [tag];
}`;
