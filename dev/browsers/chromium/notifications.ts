import { type Browser, type CDPSession, type Page, TargetType } from "puppeteer-core";
import type { ShownNotification } from "../browser-under-test.ts";
import { poll } from "../poll.ts";

const CHANNEL = "driver: notifications";

/**
 * Runs in a worker, mostly before the browser has given it its API: passes on what it shows, as Chromium itself tells names
 * only.
 */
const PASS_ON = `{
  const channel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  const done = new Set();
  const passOn = (api) => {
    const notifications = api?.notifications;
    if (!notifications?.create || done.has(notifications)) return;
    done.add(notifications);
    const { create } = notifications;
    notifications.create = (id, options, ...rest) => {
      channel.postMessage({ id, title: options.title, message: options.message });
      return create.call(notifications, id, options, ...rest);
    };
  };
  for (const name of ["chrome", "browser"]) {
    let api = globalThis[name];
    passOn(api);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => (passOn(api), api),
      set: (given) => { api = given; },
    });
  }
}`;

/** Runs in the workbench: keeps what workers pass on. */
const KEEP = `
  globalThis.shownNotifications = new Map();
  new BroadcastChannel(${JSON.stringify(CHANNEL)}).onmessage = ({ data }) => shownNotifications.set(data.id, data);
`;

const READ = `chrome.notifications.getAll().then((all) =>
  Object.keys(all).map((id) => shownNotifications.get(id)).filter(Boolean))`;

/** From now on what workers show is kept, theirs that run and theirs that start. */
export async function recordNotifications(browser: Browser, workbench: Page): Promise<void> {
  await workbench.evaluate(KEEP);
  const session = await browser.target().createCDPSession();
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    const worker = session.connection()?.session(sessionId);
    if (worker)
      void passOn(worker).then(
        () => session.send("Target.detachFromTarget", { sessionId }),
        () => {},
      );
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    // Else a worker may show something before it passes on what it shows.
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "service_worker" }, { exclude: true }],
  });
}

async function passOn(worker: CDPSession): Promise<void> {
  const evaluated = worker.send("Runtime.evaluate", { expression: PASS_ON });
  await worker.send("Runtime.runIfWaitingForDebugger");
  await evaluated;
}

/** What the browser shows now, of what was shown since {@link recordNotifications}. */
export function readNotifications(workbench: Page): Promise<ShownNotification[]> {
  return workbench.evaluate(READ) as Promise<ShownNotification[]>;
}

/** Fires the event of a click in the worker, which is started for it as the browser does. */
export async function clickNotification(browser: Browser, workbench: Page, id: string): Promise<void> {
  const origin = workbench.url().replace(/(?<=\w)\/.*/, "");
  const starter = await workbench.createCDPSession();
  await starter.send("ServiceWorker.enable");
  const worker = await poll("the worker to start", async () => {
    await starter.send("ServiceWorker.startWorker", { scopeURL: `${origin}/` });
    return browser
      .targets()
      .find((one) => one.type() === TargetType.SERVICE_WORKER && one.url().startsWith(`${origin}/`));
  });
  await starter.detach();
  const session = await worker.createCDPSession();
  await poll("the worker to listen", async () => {
    const { result } = await session.send("Runtime.evaluate", {
      expression: "globalThis.chrome?.notifications?.onClicked.hasListeners()",
    });
    return result.value === true;
  });
  await session.send("Runtime.evaluate", {
    expression: `chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`,
  });
  await session.detach();
}
