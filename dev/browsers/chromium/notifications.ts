import type { Browser, CDPSession, Page } from "puppeteer-core";
import type { ShownNotification } from "../browser-under-test.ts";
import { poll } from "../poll.ts";

const CHANNEL = "driver: notifications";

/**
 * Runs in a worker, mostly before the browser has given it its API: passes on what it shows, as Chromium itself tells names
 * only, and fires the clicks that it hears of, each once.
 */
const PASS_ON = `{
  const channel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  const done = new Set();
  const clicks = new Set();
  channel.onmessage = ({ data: { click, id } }) => {
    const { onClicked } = globalThis.chrome?.notifications ?? {};
    if (!click || !onClicked?.hasListeners()) return;
    if (!clicks.has(click)) onClicked.dispatch(id);
    clicks.add(click);
    channel.postMessage({ clicked: click });
  };
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
  globalThis.clickedNotifications = new Set();
  globalThis.notificationChannel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  notificationChannel.onmessage = ({ data }) => {
    if (data.clicked) clickedNotifications.add(data.clicked);
    else shownNotifications.set(data.id, data);
  };
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
export async function clickNotification(workbench: Page, id: string): Promise<void> {
  const click = JSON.stringify(crypto.randomUUID());
  const session = await workbench.createCDPSession();
  await session.send("ServiceWorker.enable");
  await poll("the worker to hear of the click", async () => {
    await session.send("ServiceWorker.startWorker", { scopeURL: new URL("/", workbench.url()).href });
    await workbench.evaluate(
      `notificationChannel.postMessage({ click: ${click}, id: ${JSON.stringify(id)} })`,
    );
    return workbench.evaluate(`clickedNotifications.has(${click})`);
  });
  await session.detach();
}
