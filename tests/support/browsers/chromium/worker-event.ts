import { type Browser, type Page, TargetType } from "puppeteer-core";
import { poll } from "../poll.ts";

/**
 * Fires an event of the browser in the worker, which is started for it as the browser does.
 * @param event e.g. `notifications.onClicked`
 */
export async function fireInWorker(
  browser: Browser,
  workbench: Page,
  event: string,
  ...args: readonly unknown[]
): Promise<void> {
  const scopeURL = new URL("/", workbench.url()).href;
  const starter = await workbench.createCDPSession();
  await starter.send("ServiceWorker.enable");
  await poll(`the worker to hear of ${event}`, async () => {
    await starter.send("ServiceWorker.startWorker", { scopeURL });
    return dispatch(browser, scopeURL, event, args);
  });
  await starter.detach();
}

/** @returns whether a worker that runs listens to such events, and has heard of this one */
async function dispatch(
  browser: Browser,
  scopeURL: string,
  event: string,
  args: readonly unknown[],
): Promise<boolean> {
  const worker = browser
    .targets()
    .find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(scopeURL));
  if (!worker) return false;
  const [api, name] = event.split(".");
  const session = await worker.createCDPSession();
  try {
    const { result } = await session.send("Runtime.evaluate", {
      expression: `{
        const event = globalThis.chrome?.${api}?.${name};
        const listens = event?.hasListeners() === true;
        if (listens) event.dispatch(...${JSON.stringify(args)});
        listens;
      }`,
    });
    return result.value === true;
  } finally {
    // A worker that a debugger holds is never idle.
    await session.detach();
  }
}
