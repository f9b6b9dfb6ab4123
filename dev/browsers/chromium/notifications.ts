import { type Browser, type Page, TargetType } from "puppeteer-core";
import type { ShownNotification } from "../browser-under-test.ts";
import { poll } from "../poll.ts";

const READ = "chrome.notifications.getAll().then((all) => Object.keys(all))";

/** What the browser shows now. It tells names only. */
export async function readNotifications(workbench: Page): Promise<ShownNotification[]> {
  const ids = (await workbench.evaluate(READ)) as string[];
  return ids.map((id) => ({ id, title: null, message: null }));
}

/** Fires the event of a click in the worker, which is started for it as the browser does. */
export async function clickNotification(browser: Browser, workbench: Page, id: string): Promise<void> {
  const scopeURL = new URL("/", workbench.url()).href;
  const starter = await workbench.createCDPSession();
  await starter.send("ServiceWorker.enable");
  await poll("the worker to hear of the click", async () => {
    await starter.send("ServiceWorker.startWorker", { scopeURL });
    return dispatch(browser, scopeURL, id);
  });
  await starter.detach();
}

/** @returns whether a worker that runs listens to clicks, and has heard of this one */
async function dispatch(browser: Browser, scopeURL: string, id: string): Promise<boolean> {
  const worker = browser
    .targets()
    .find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(scopeURL));
  if (!worker) return false;
  const session = await worker.createCDPSession();
  try {
    const { result } = await session.send("Runtime.evaluate", {
      expression: `{
        const { onClicked } = globalThis.chrome?.notifications ?? {};
        const listens = onClicked?.hasListeners() === true;
        if (listens) onClicked.dispatch(${JSON.stringify(id)});
        listens;
      }`,
    });
    return result.value === true;
  } finally {
    // A worker that a debugger holds is never idle.
    await session.detach();
  }
}
