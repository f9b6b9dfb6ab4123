import type { Browser } from "webextension-polyfill";
import { connect } from "../../e2e/stage/connect.ts";
import { untilIdle } from "../../e2e/stage/idle.ts";
import { KEY, type Stage, setStage } from "../../e2e/stage/stage.ts";
import { everythingStored, storedAccounts } from "../../e2e/stage/stored.ts";
import { letTimePass } from "../../e2e/stage/time.ts";
import { poll } from "../../support/browsers/poll.ts";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";
import { type Liar, startLiar } from "./liar.ts";

const HOST = "api.cal.com";
/** Longer than the worker waits for an answer, for each of several requests. */
const CHECK_MS = 70_000;
/** Longer than Cal.com is left alone after a check. */
const A_MOMENT_MS = 20_000;
/** Longer than any wait between two tries. */
const LONG_MS = 2 * 3_600_000;

type Noting = { closedNotifications?: string[] };

/** A browser in which one account is watched, and which can be brought back to how it was then. */
export interface Ground extends Stage {
  accountId: string;
  /** Stands for Cal.com when a fault wants answers that Cal.com never gives. */
  liar: Liar;
  /** Everything as after the first check, with all well. */
  reset(): Promise<void>;
  /** Server, network and worker as they have to be, whatever a fault has done to them. */
  putRight(): Promise<void>;
  /** As far as the extension knows, that much time passes; also back. Answers are dated by the real time: they bear it out. */
  pass(ms: number): Promise<void>;
  /** Asks for a check, and does not wait for its end. @returns when that is over, however it went */
  beginCheck(): Promise<void>;
  /** Some time later, a check from its begin to its end. */
  check(): Promise<void>;
  /** Waits until long after, and for a check that reaches Cal.com. */
  settle(): Promise<void>;
  /** Lets the liar answer to the name of Cal.com. */
  lie(): void;
  /** Ids of all notifications that were shown since the reset, each once. */
  told(): Promise<string[]>;
}

export async function setGround(): Promise<Ground> {
  const stage = await setStage({ scenario: "all-well" });
  const liar = await startLiar(stage.cal, await selfSignedCertificate(HOST));
  const { browser, cal } = stage;
  await browser.notifications();
  await connect(stage);
  await untilIdle(stage);
  const [account] = await storedAccounts(stage);
  const kept = { stored: await everythingStored(stage), at: Date.now() };

  const hosts = { [HOST]: cal.port };
  let isOnline = true;
  /** Notifications that were shown before the driver's page was closed with the extension, and forgot them. */
  let earlier: string[] = [];
  const toldNow = async () => {
    const present = (await browser.notifications()).map(({ id }) => id);
    const closed = await browser.inExtension(() => (globalThis as Noting).closedNotifications ?? []);
    return [...present, ...closed];
  };
  /** Does something that closes the pages of the extension, and is heard by whoever comes after. */
  async function listeningAgain(act: () => Promise<void>, isThere = true): Promise<void> {
    const hasPage = await browser.inExtension(() => true).catch(() => false);
    if (hasPage) earlier.push(...(await toldNow()));
    await act();
    if (isThere) await browser.inExtension(noteClosed);
  }
  const ground: Ground = {
    ...stage,
    browser: {
      ...browser,
      async emulate(emulation) {
        isOnline = emulation.offline === undefined ? isOnline : !emulation.offline;
        await browser.emulate(emulation);
      },
      setEnabled: (enabled) => listeningAgain(() => browser.setEnabled(enabled), enabled),
      loadVersion: (version) => listeningAgain(() => browser.loadVersion(version)),
      restart: () => listeningAgain(browser.restart),
    },
    accountId: account?.id ?? "",
    liar,
    async reset() {
      await ground.putRight();
      cal.control({ action: "scenario", name: "all-well" });
      cal.control({ action: "date", aheadMs: 0 });
      await browser.stopWorker();
      await browser.inExtension(putBack, kept.stored, Date.now() - kept.at);
      await untilIdle(stage);
      await browser.inExtension(noteClosed);
      await browser.inExtension(forgetNotifications);
      earlier = [];
      cal.control({ action: "clear-requests" });
    },
    async putRight() {
      if (!isOnline) await ground.browser.emulate({ offline: false });
      browser.setHosts(hosts);
      cal.control({ action: "server", mode: "normal" });
      cal.control({ action: "slow", ms: 0 });
      liar.tellTruth();
    },
    pass: (ms) => letTimePass(stage, ms),
    async beginCheck() {
      await browser
        .inExtension(ask, "check-now", CHECK_MS)
        // A worker that is stopped, or a page that is closed with the extension, never answers.
        .catch(() => {});
    },
    async check() {
      await letTimePass(stage, A_MOMENT_MS);
      await ground.beginCheck();
      await untilIdle(stage);
    },
    async settle() {
      await ground.putRight();
      await letTimePass(stage, LONG_MS);
      const first = cal.requests.length;
      const isAsked = () => cal.requests.slice(first).some(({ path }) => path.startsWith("/v2/calendars"));
      await poll("a check that reaches Cal.com", async () => {
        await ground.beginCheck();
        return isAsked();
      });
      await untilIdle(stage);
    },
    lie: () => browser.setHosts({ [HOST]: liar.port }),
    async told() {
      return [...new Set([...earlier, ...(await toldNow())])];
    },
    async close() {
      await stage.close();
      await liar.close();
    },
  };
  return ground;
}

export const keyOfGround = KEY;

/** Runs in the extension: asks the worker for something, and waits for its answer, but not for ever. */
async function ask({ runtime }: Browser, type: string, limitMs: number): Promise<void> {
  const limit = new Promise((resolve) => setTimeout(resolve, limitMs));
  await Promise.race([runtime.sendMessage({ type }), limit]);
}

/** Runs in the extension: stores what was kept, as if it had just been checked. */
async function putBack({ storage }: Browser, stored: object, laterMs: number): Promise<void> {
  const later = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(later);
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, later(inner)]));
    }
    return typeof value === "number" && value > 1e12 ? value + laterMs : value;
  };
  const now = Object.entries(stored).map(([name, value]) => [
    name,
    /^(status|checks):/.test(name) ? later(value) : value,
  ]);
  await storage.local.set(Object.fromEntries(now));
  const names = Object.keys(await storage.local.get(null));
  await storage.local.remove(names.filter((name) => !(name in stored)));
  await storage.session?.clear();
}

/** Runs in the extension: notes from now on which notifications are closed, also by the browser itself after some seconds. */
function noteClosed({ notifications }: Browser): void {
  const noting = globalThis as Noting;
  if (noting.closedNotifications) return;
  noting.closedNotifications = [];
  notifications.onClosed.addListener((id) => noting.closedNotifications?.push(id));
}

/** Runs in the extension: takes all notifications off the screen. */
async function forgetNotifications({ notifications }: Browser): Promise<void> {
  for (const id of Object.keys(await notifications.getAll())) await notifications.clear(id);
  (globalThis as Noting).closedNotifications = [];
}
