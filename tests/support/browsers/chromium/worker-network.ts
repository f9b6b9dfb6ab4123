import { type Browser, type CDPSession, TargetType } from "puppeteer-core";

export interface WorkerNetwork {
  /** Tells the running workers that the network is gone, or back: `navigator.onLine` and its events. */
  setOffline(browser: Browser, offline: boolean): Promise<void>;
  /** Lets go of the workers. One that a debugger holds is never idle, and waits for it when it starts again. */
  release(): Promise<void>;
}

export function workerNetwork(): WorkerNetwork {
  let sessions: CDPSession[] = [];
  const release = async () => {
    // A worker may be gone already, and its session with it.
    await Promise.allSettled(sessions.map((session) => session.detach()));
    sessions = [];
  };
  return {
    release,
    async setOffline(browser, offline) {
      const workers = browser.targets().filter((target) => target.type() === TargetType.SERVICE_WORKER);
      if (sessions.length === 0) sessions = await Promise.all(workers.map((one) => one.createCDPSession()));
      for (const session of sessions) await tell(session, offline).catch(() => undefined);
      if (!offline) await release();
    },
  };
}

async function tell(session: CDPSession, offline: boolean): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.overrideNetworkState", {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
