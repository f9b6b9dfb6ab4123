import type { Browser as WebExtensionApi } from "webextension-polyfill";
import type { Control, ControlState } from "./control.ts";
import type { HostPorts } from "./network/local-proxy.ts";
import type { TextFile } from "./run-folder.ts";

export type BrowserName = "chromium" | "firefox";

interface Viewport {
  width: number;
  height: number;
}

/** What an administrator has set for the extension, as `storage.managed` hands it out. */
export type ManagedStorage = Readonly<Record<string, unknown>>;

export interface LaunchOptions {
  browser: BrowserName;
  /** The names the browser can reach over https, and the local TLS port that answers for each. */
  hosts?: HostPorts;
  /** The unpacked build; default is the one `wxt build` made for this browser. */
  extensionDir?: string;
  /**
   * Answer "allow" to the question for an optional host. Chromium can't be asked in headless mode, so there it is a
   * copy of the build that has the optional hosts from the start; Firefox grants at the click. Default false.
   */
  grantOptionalHosts?: boolean;
  /** Where the profile lives; default a new one that `close` deletes. */
  profileDir?: string;
  /** Default true. */
  headless?: boolean;
  /** Language of the browser, a BCP 47 tag; default `en-US`. */
  lang?: string;
  /** What an administrator has set for the extension; default nothing. */
  policy?: ManagedStorage;
  /** Firefox only: preferences of about:config. */
  prefs?: Readonly<Record<string, string | number | boolean>>;
}

export interface Badge {
  text: string;
  /** Red, green, blue, alpha, each 0 to 255. */
  color: [number, number, number, number];
  /** The tooltip. */
  title: string;
}

/** A notification of the extension that the browser shows. */
export interface ShownNotification {
  id: string;
  /** null in Chromium, which tells names only. */
  title: string | null;
  message: string | null;
}

export interface Emulation {
  colorScheme?: "light" | "dark";
  offline?: boolean;
}

/** What has the focus, as assistive technology knows it. */
export interface Focused {
  role: string;
  /** The accessible name; "" when it has none. */
  name: string;
}

/** One page of the extension: a tab, or the popup under its toolbar button. */
export interface ExtensionPage {
  url: string;
  /** Runs a self-contained function in the page; arguments and result must survive JSON. */
  evaluate<A extends unknown[], R>(inPage: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** A real click with the mouse, in the middle of the control. Waits until it is there and enabled. */
  click(control: Control): Promise<void>;
  /** Replaces what a field holds, with real key presses. */
  type(control: Control, text: string): Promise<void>;
  /** Chooses an option of a `<select>` by the text a person sees. */
  select(control: Control, option: string): Promise<void>;
  /**
   * Puts a file into an `<input type="file">` as if it had been chosen in the browser's own dialog. The field may be hidden
   * behind a button.
   */
  chooseFile(control: Control, file: TextFile): Promise<void>;
  /** Presses one key where the focus is: a character, or `Enter`, `Tab`, `Escape`, `Space`, `ArrowDown` … */
  press(key: string): Promise<void>;
  /** Turns the mouse wheel in the middle of the window. @param down px, negative for up */
  wheel(down: number): Promise<void>;
  /** How a control is at this moment, null when it is not there. */
  state(control: Control): Promise<ControlState | null>;
  /** What has the focus; null when nothing has. */
  focused(): Promise<Focused | null>;
  /** The text of every visible element with this ARIA role, in the order of the document. */
  texts(role: string): Promise<string[]>;
  /** All visible text of the page. */
  text(): Promise<string>;
  /** Writes a PNG: what is visible, or the whole document. */
  screenshot(path: string, whole?: "whole"): Promise<void>;
  /** Waits until the function, run in the page, returns something true. */
  waitFor<A extends unknown[]>(
    inPage: (...args: A) => unknown,
    timeoutMs?: number,
    ...args: A
  ): Promise<void>;
  /** Waits until the visible text contains this. */
  waitForText(text: string, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserUnderTest {
  name: BrowserName;
  /** Name and version as the browser tells them. */
  version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end; the same after a restart. */
  extensionOrigin: string;
  /** Opens a file of the extension, e.g. `options.html`, in a tab of its own. */
  openPage(path: string, viewport?: Viewport): Promise<ExtensionPage>;
  /** Opens the real popup under the toolbar button. */
  openPopup(): Promise<ExtensionPage>;
  badge(): Promise<Badge>;
  /** Runs a self-contained function with the extension's API in a blank page of the extension. */
  inExtension<A extends unknown[], R>(
    inPage: (browser: WebExtensionApi, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /**
   * The notifications that the browser shows now. In Firefox those from after the first call: it takes each for closed where
   * no desktop shows it, so the driver stands in for one from then on.
   */
  notifications(): Promise<ShownNotification[]>;
  /** Clicks one of them. The worker or event page that hears of it is started if it is stopped. */
  clickNotification(id: string): Promise<void>;
  /** Chooses an entry of the toolbar button's menu; starts the worker as above. @throws when there is no such entry */
  clickMenu(id: string): Promise<void>;
  /** Presses the keys of a command of the manifest; starts the worker as above. @throws when there is no such command */
  pressShortcut(command: string): Promise<void>;
  /** Stops the service worker or event page, as the browser does when it is idle. The next event starts it again. */
  stopWorker(): Promise<void>;
  /** Quits the browser and starts it again with the same profile. Pages opened before are gone. */
  restart(): Promise<void>;
  /** Switches the extension off or on, as the person in the browser's list of extensions. Its pages close with it. */
  setEnabled(enabled: boolean): Promise<void>;
  /** Withdraws the hosts that the extension has from the start, or gives them back. */
  setHostAccess(granted: boolean): Promise<void>;
  /** Loads the same build under another version, as an update or a step back. Its pages close. @param version e.g. `0.2.0` */
  loadVersion(version: string): Promise<void>;
  emulate(emulation: Emulation): Promise<void>;
  /** From the next `restart` on an administrator has set this for the extension; undefined for nothing. */
  setPolicy(policy: ManagedStorage | undefined): void;
  /**
   * The files that pages let the browser save, the oldest first, each once it is there in full. Chromium writes over one of the
   * same name. Without a display only: a person
   * at the window finds them where the browser always puts them.
   */
  downloads(): Promise<TextFile[]>;
  /** From now on other hosts are reachable; open connections are cut. */
  setHosts(hosts: HostPorts): void;
  /** What the browser wanted to reach outside the hosts; nothing of it left the machine. */
  refusedHosts(): readonly string[];
  /** Every console message, of worker and pages, since the launch. */
  consoleText(): string[];
  /** Resolves when the browser is gone, e.g. because a person quit it. */
  untilGone(): Promise<void>;
  /**
   * Firefox only: `close` does not quit then, but takes the extension away with all that it stored, and leaves the browser to the next
   * launch of this process that wants one like it, as a start costs more computing than many a story. It quits all the same after
   * what would stay behind, such as a restart or a policy.
   */
  keep(): void;
  /** Quits; a profile made for this run is deleted. */
  close(): Promise<void>;
}
