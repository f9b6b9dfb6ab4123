import { letTimePass } from "../../e2e/stage/time.ts";
import { poll } from "../../support/browsers/poll.ts";
import type { Fault } from "./fault.ts";
import type { Ground } from "./ground.ts";
import { duringCheck } from "./network.ts";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A check that the worker does not live to see the end of. */
async function stopAfter(ground: Ground, ms: number): Promise<void> {
  await letTimePass(ground, 20_000);
  const asked = ground.beginCheck();
  await sleep(ms);
  await ground.browser.stopWorker();
  await Promise.race([asked, sleep(1_000)]);
}

/** From the first message to the last write, a check takes a tenth of a second: these fall all over it, but not into each await. */
const MOMENTS = [0, 2, 5, 8, 12, 16, 20, 30, 40, 60, 80, 120, 180, 260];

const moments = MOMENTS.map(
  (ms): Omit<Fault, "group"> => ({
    name: `the worker is stopped ${ms} ms after a check began`,
    begin: (ground) => stopAfter(ground, ms),
    ...(ms === 12 && { quick: true }),
  }),
);

/** Stops the worker while a request to a path waits for its answer. */
const stopWhileAsking = (path: string) => async (ground: Ground) => {
  const { cal, browser } = ground;
  await letTimePass(ground, 7 * 3_600_000);
  cal.control({ action: "server", mode: "mute", path });
  const first = cal.requests.length;
  const asked = ground.beginCheck();
  await poll(`a request to ${path}`, async () =>
    cal.requests.slice(first).some((one) => one.path.startsWith(path)),
  );
  await browser.stopWorker();
  cal.control({ action: "server", mode: "normal" });
  await Promise.race([asked, sleep(1_000)]);
};

/** Stops the worker as soon as it has stored something. */
async function stopAtWrite(ground: Ground): Promise<void> {
  await letTimePass(ground, 20_000);
  await ground.browser.inExtension(({ storage }) => {
    Object.assign(globalThis, { wrote: false });
    storage.onChanged.addListener(() => Object.assign(globalThis, { wrote: true }));
  });
  const asked = ground.beginCheck();
  await poll("a write", () =>
    ground.browser.inExtension(() => (globalThis as { wrote?: boolean }).wrote ?? false),
  );
  await ground.browser.stopWorker();
  await Promise.race([asked, sleep(1_000)]);
}

const others: Omit<Fault, "group">[] = [
  { name: "the worker is stopped while nothing is done", begin: ({ browser }) => browser.stopWorker() },
  {
    name: "the worker is stopped while it asks for calendars",
    begin: stopWhileAsking("/v2/calendars"),
    quick: true,
  },
  { name: "the worker is stopped while it asks for event types", begin: stopWhileAsking("/v2/event-types") },
  { name: "the worker is stopped as it has stored something", begin: stopAtWrite },
  {
    name: "the worker is stopped while an answer is under way",
    begin: (ground) => duringCheck(ground, () => ground.browser.stopWorker()),
  },
  {
    name: "the worker is stopped ten times in a row",
    async begin(ground) {
      for (let times = 0; times < 10; times++) await stopAfter(ground, times * 7);
    },
  },
  {
    name: "ten checks are asked for at once",
    async begin(ground) {
      await letTimePass(ground, 20_000);
      await Promise.all(Array.from({ length: 10 }, () => ground.beginCheck()));
    },
  },
  {
    name: "the worker hears messages that are none",
    begin: ({ browser }) =>
      browser.inExtension(async ({ runtime }) => {
        const wrong = [
          null,
          1,
          "check-now",
          {},
          { type: 1 },
          { type: "check-now", more: 1 },
          { type: "__proto__" },
        ];
        // Nobody answers them, and each is over when the page hears so.
        await Promise.all(wrong.map((one) => runtime.sendMessage(one).catch(() => {})));
      }),
  },
];

export const WORKER: Fault[] = [...moments, ...others].map((fault) => ({ ...fault, group: "worker" }));
