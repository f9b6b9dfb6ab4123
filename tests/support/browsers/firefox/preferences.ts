import type { LaunchOptions } from "../browser-under-test.ts";
import type { Preferences } from "./process.ts";

/** Files are saved into a folder, without a question and without the panel that would close a popup. */
export function downloadPreferences(dir: string): Preferences {
  return {
    "browser.download.folderList": 2,
    "browser.download.dir": dir,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    "browser.download.alwaysOpenPanel": false,
  };
}

/**
 * Preferences of a test run that puppeteer does not set anyway: the extension at a known address, all traffic through the local
 * proxy, no prompts.
 */
export function firefoxPreferences(options: LaunchOptions, proxyPort: number): Preferences {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxyPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
    "network.proxy.failover_direct": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "extensions.webextOptionalPermissionPrompts": !options.grantOptionalHosts,
    // Extended support and developer editions then keep an unsigned add-on over a restart.
    "xpinstall.signatures.required": false,
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
    "app.normandy.enabled": false,
    "browser.aboutwelcome.enabled": false,
    "browser.tabs.warnOnClose": false,
    "browser.topsites.contile.enabled": false,
    "toolkit.telemetry.reportingpolicy.firstRun": false,
    "termsofuse.bypassNotification": true,
    // Headless there is no focus, and a popup closes without it.
    "ui.popup.disable_autohide": true,
    // The console is read from the browser's output.
    "devtools.console.stdout.content": true,
    "dom.ipc.processPrelaunch.enabled": false,
    "fission.bfcacheInParent": false,
    ...options.prefs,
  };
}
