import type { Browser as WebExtensionApi } from "webextension-polyfill";
import type {
  BrowserName,
  BrowserUnderTest,
  ExtensionPage,
  LaunchOptions,
} from "../../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../../support/browsers/control.ts";
import { launch } from "../../support/browsers/launch.ts";
import { poll } from "../../support/browsers/poll.ts";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";
import { type FakeCal, startFakeCal } from "../../support/fake-cal/server.ts";

export const KEY = "cal_live_demo";
/** Without a window the browser refuses at first, and it is tried again after a while. */
const INSTALLED_MS = 30_000;
/** Which browser this run drives; the project's configuration says so. */
export const BROWSER = (process.env.BROWSER ?? "chromium") as BrowserName;

/** A real browser with the shipped build, and servers under the names of the real ones. */
export interface Stage {
  browser: BrowserUnderTest;
  /** `api.cal.com` */
  cal: FakeCal;
  close(): Promise<void>;
}

export interface StageOptions extends Omit<LaunchOptions, "browser" | "hosts"> {
  scenario?: string;
  /** How long the server keeps a list, in ms; default 0. */
  cacheMs?: number;
  /** Further names, each with the port that answers for it. */
  hosts?: Record<string, number>;
}

export async function setStage({
  scenario = "lively",
  cacheMs = 0,
  hosts,
  ...options
}: StageOptions = {}): Promise<Stage> {
  const cal = await startTlsCal("api.cal.com", scenario, cacheMs);
  try {
    const { browser } = await anotherBrowser(cal, { ...options, hosts: hosts ?? {} });
    const close = async () => {
      await browser.close();
      await cal.close();
    };
    return { browser, cal, close };
  } catch (error) {
    await cal.close();
    throw error;
  }
}

/** A browser with a profile of its own, before a server that is there already and stays when it is closed. */
export async function anotherBrowser(
  cal: FakeCal,
  { hosts, ...options }: Omit<StageOptions, "scenario" | "cacheMs"> = {},
): Promise<Stage> {
  const browser = await launch({
    ...options,
    browser: BROWSER,
    hosts: { "api.cal.com": cal.port, ...hosts },
  });
  try {
    // A page that opens by itself would take the focus from a popup.
    await poll("the page that installing opens", () => browser.inExtension(hasWelcome), INSTALLED_MS);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return { browser, cal, close: () => browser.close() };
}

/** Runs in the extension: whether the tab is there that installing opens. */
function hasWelcome(browser: WebExtensionApi): boolean {
  return browser.extension
    .getViews({ type: "tab" })
    .some(({ location }) => location.pathname === "/options.html");
}

export async function startTlsCal(host: string, scenario: string, cacheMs = 0): Promise<FakeCal> {
  return startFakeCal({ scenario, cacheMs, tls: await selfSignedCertificate(host) });
}

/**
 * Fills in the set-up form as a person does, up to and with the click on Connect.
 * @param beforeClick looks at the form once it is filled in
 */
export async function fillIn(
  page: ExtensionPage,
  key: string,
  region = "Cal.com",
  beforeClick = async () => {},
): Promise<void> {
  await page.type(byLabel("API key"), key);
  await page.select(byRole("combobox", "Region"), region);
  await beforeClick();
  await page.click(byRole("button", "Connect"));
}

/** Red, green and blue of a badge that counts an error. */
export const RED = [0xb3, 0x26, 0x1e];

/** Waits for this badge: until the first check is over a worker that is stopped would leave it to the next alarm. */
export async function untilBadge(stage: Stage, text: string): Promise<void> {
  await poll(`the badge "${text}"`, async () => (await stage.browser.badge()).text === text);
}

/** The text of every list item that has this name in it. */
export function calendarItems(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("li, [role=listitem]")].map((item) => item.textContent ?? ""),
  );
}

/** The list item of one calendar. */
export async function calendarItem(page: ExtensionPage, name: string): Promise<string> {
  const found = (await calendarItems(page)).filter((text) => text.includes(name));
  return found.sort((a, b) => a.length - b.length)[0] ?? "";
}

/** Waits for an alert that says this; one about an earlier try may still stand there. */
export function waitForAlert(page: ExtensionPage, says: RegExp): Promise<void> {
  return page.waitFor(
    (source: string, flags: string) =>
      [...document.querySelectorAll("[role=alert]")].some((alert) =>
        new RegExp(source, flags).test(alert.textContent ?? ""),
      ),
    undefined,
    says.source,
    says.flags,
  );
}
