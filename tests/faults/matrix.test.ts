import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { BROWSER } from "../e2e/stage/stage.ts";
import { noteFault } from "../support/results.ts";
import { BREAKS, expectBreakTold, expectKeyNowhere, expectNoAlarm } from "./matrix/expectations.ts";
import { GROUPS } from "./matrix/fault.ts";
import { FAULTS } from "./matrix/faults.ts";
import { type Ground, setGround } from "./matrix/ground.ts";

/** Set by `npm run faults`: all of them, while `npm test` has time for some of each group. */
const TELLS_ALL = process.env.EVERY_FAULT !== undefined;
/** What comes from Cal.com is read by the same code in both browsers: in Firefox `npm test` has no time for it. */
const BROWSERS_OWN = ["storage", "access", "worker", "extension", "popup"];
const tellsSomeOf = (group: string) => BROWSER === "chromium" || BROWSERS_OWN.includes(group);
const FAULT_MS = 240_000;

let ground: Ground;

beforeAll(async () => {
  ground = await setGround();
});
afterAll(() => ground.close());

// One browser is kept for many faults. One that failed may have left something behind: then another is started.
afterEach(async ({ task }) => {
  noteFault(ground, task);
  if (task.result?.state !== "fail") return;
  await ground.close();
  ground = await setGround();
}, FAULT_MS);

const TOLD = FAULTS.filter(
  ({ group, quick, only }) =>
    (TELLS_ALL || (quick && tellsSomeOf(group))) && (only === undefined || only === BROWSER),
);

describe.each(GROUPS.filter((group) => TOLD.some((one) => one.group === group)))("%s", (group) => {
  const ours = TOLD.filter((fault) => fault.group === group);

  // No `test.each`: it would cut the names.
  for (const { name, begin, end, raises = [] } of ours)
    test(name, { timeout: FAULT_MS }, async () => {
      await ground.reset();

      // It strikes while all is well: nothing is said against what works.
      await begin(ground);
      await ground.check();
      await expectNoAlarm(ground, raises, []);

      // A connection breaks meanwhile: that is said once, at the latest when the fault is over.
      ground.cal.control({ action: "break", credentialId: BREAKS, how: "revoked" });
      await ground.check();
      await end?.(ground);
      await ground.settle();
      const told = await expectBreakTold(ground, raises);

      // It works again, and that is the end of it.
      ground.cal.control({ action: "mend", credentialId: BREAKS });
      await ground.settle();
      await expectNoAlarm(ground, raises, told);
      await expectKeyNowhere(ground);
    });
});
