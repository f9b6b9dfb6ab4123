import { expect, test } from "vitest";
import { storedStatus } from "../e2e/stage/stored.ts";
import { letTimePass } from "../e2e/stage/time.ts";
import { randomFrom } from "../support/fuzz/damage.ts";
import { note } from "../support/results.ts";
import { BREAKS, expectBreakTold, expectKeyNowhere, expectNoAlarm } from "./matrix/expectations.ts";
import { type Ground, setGround } from "./matrix/ground.ts";

/** `npm run faults` sets how often, and from which seed on; `npm test` has time for some. */
const DEATHS = Number(process.env.WORKER_DEATHS ?? 10);
const SEED = Number(process.env.DEATHS_SEED ?? 1);
/** So many between one state of things and the next. */
const IN_A_ROW = 8;
/** As long as a check takes on a machine that is not busy, from the message to the notification, and a bit more. */
const CHECK_MS = 350;
/** Longer than Cal.com is left alone after a check. */
const APART_MS = 20_000;
/** For each. */
const LIMIT_MS = 30_000;

test(`the worker dies ${DEATHS} times, and a break is told once all the same`, {
  timeout: 120_000 + DEATHS * LIMIT_MS,
}, async () => {
  const random = randomFrom(SEED);
  const ground = await setGround();
  let died = 0;
  let breaks = 0;
  let held = false;

  /** Asks for checks that the worker does not live to see the end of. */
  async function dieInChecks(): Promise<void> {
    for (let times = 0; times < IN_A_ROW && died < DEATHS; times++) {
      await dieInCheck(ground, random() * CHECK_MS);
      died += 1;
    }
  }

  try {
    while (died < DEATHS) {
      await ground.reset();
      ground.cal.control({ action: "break", credentialId: BREAKS, how: "revoked" });
      await dieInChecks();
      await ground.settle();
      const told = await expectBreakTold(ground, []);
      breaks += 1;
      ground.cal.control({ action: "mend", credentialId: BREAKS });
      await dieInChecks();
      await ground.settle();
      await expectNoAlarm(ground, [], told);
      await expectKeyNowhere(ground);
    }
    held = true;
  } finally {
    const { name: browser, version } = ground.browser;
    note({
      kind: "deaths",
      browser,
      version,
      group: "worker",
      name: `seed ${SEED}`,
      held,
      count: died,
      breaks,
    });
    await ground.close();
  }
  expect(died).toBe(DEATHS);
});

async function dieInCheck(ground: Ground, ms: number): Promise<void> {
  // Where the check before came to its end, Cal.com would be left alone for a while. It is not where it was cut short.
  const { lastAttemptAt } = (await storedStatus(ground)).state;
  if (Date.now() - (lastAttemptAt ?? 0) < APART_MS) await letTimePass(ground, APART_MS);
  const asked = ground.beginCheck();
  await new Promise((resolve) => setTimeout(resolve, ms));
  await ground.browser.stopWorker();
  // A port to a worker that is gone is closed; an answer that never comes is not waited for.
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 500))]);
}
