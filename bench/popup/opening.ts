import type { Browser, CDPSession, Page, Protocol } from "puppeteer-core";
import { poll } from "../../tests/support/browsers/poll.ts";
import { within } from "../../tests/support/browsers/within.ts";
import { type Awaited, PAINTED, type Reading, stampSource } from "./stamp.ts";

const LIMIT_MS = 20_000;

/** Opens pages by themselves, without what puppeteer adds to a page of its own. */
export interface Opener {
  /** @param url of the popup's document */
  tab(url: string, awaited: Awaited): Promise<Reading>;
  /** @param workbench a page of the extension, in the first window */
  popup(workbench: Page, awaited: Awaited): Promise<Reading>;
}

export async function startOpener(browser: Browser): Promise<Opener> {
  const root = await browser.target().createCDPSession();
  // Every new page waits until it has the script that watches it. Workers are none of our business.
  const others = ["browser", "tab", "service_worker", "worker"].map((type) => ({ type, exclude: true }));
  await root.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [...others, {}],
  });
  return {
    async tab(url, awaited) {
      const blank = await attach(root, () => root.send("Target.createTarget", { url: "about:blank" }));
      await watch(blank.session, awaited);
      await blank.session.send("Page.navigate", { url });
      return read(root, blank);
    },
    async popup(workbench, awaited) {
      const opened = await attach(root, () => pressButton(workbench));
      await watch(opened.session, awaited);
      return read(root, opened);
    },
  };
}

/** As a click on the toolbar button; Chromium refuses while another popup is still closing. */
async function pressButton(workbench: Page): Promise<void> {
  await workbench.bringToFront();
  await poll("the popup to open", async () => {
    await workbench.evaluate("chrome.action.openPopup()");
    return true;
  });
}

interface Attached {
  session: CDPSession;
  targetId: string;
  /** What the page tells as soon as its list is painted. */
  told: Promise<string>;
}

/** The next page that appears. */
async function attach(root: CDPSession, start: () => Promise<unknown>): Promise<Attached> {
  const attached = new Promise<Protocol.Target.AttachedToTargetEvent>((resolve) =>
    root.once("Target.attachedToTarget", resolve),
  );
  // A popup is only open for the browser once it may go on; but what keeps it from opening ends the wait.
  const first = Promise.race([attached, start().then(() => attached)]);
  const { sessionId, targetInfo } = await within(LIMIT_MS, "a page", first);
  const session = root.connection()?.session(sessionId);
  if (!session) throw new Error("The page is gone.");
  const told = new Promise<string>((resolve) =>
    session.once("Runtime.bindingCalled", ({ payload }) => resolve(payload)),
  );
  return { session, targetId: targetInfo.targetId, told };
}

/** Lets a page that waits go on, watched. */
async function watch(session: CDPSession, awaited: Awaited): Promise<void> {
  // They arrive in this order, and the last one lets the page go on.
  await Promise.all([
    session.send("Page.enable"),
    session.send("Performance.enable"),
    session.send("Runtime.enable"),
    session.send("Runtime.addBinding", { name: PAINTED }),
    session.send("Page.addScriptToEvaluateOnNewDocument", { source: stampSource(awaited) }),
    session.send("Runtime.runIfWaitingForDebugger"),
  ]);
}

async function read(root: CDPSession, { session, targetId, told }: Attached): Promise<Reading> {
  const { list, elements } = JSON.parse(await within(LIMIT_MS, "the list", told));
  const { metrics } = await session.send("Performance.getMetrics");
  const script = (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
  const reading = { list, elements, script, paint: await paintOf(session), heap: await heapOf(session) };
  const gone = new Promise((resolve) => root.once("Target.detachedFromTarget", resolve));
  await root.send("Target.closeTarget", { targetId });
  await within(LIMIT_MS, "the page to close", gone);
  return reading;
}

async function paintOf(session: CDPSession): Promise<number> {
  return poll("the first contentful paint", async () => {
    const { result } = await session.send("Runtime.evaluate", {
      expression: "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
    });
    return result.value as number | undefined;
  });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}
