import { expect } from "vitest";
import { OLDEST_MS } from "../../../utils/core/history/bound-entries.ts";
import { storedHistory, storedStatus } from "../../e2e/stage/stored.ts";
import { letTimePass } from "../../e2e/stage/time.ts";
import type { Ground } from "./ground.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** By which the entry is known that a clock ahead would let go of. */
const OLD_NAME = "A calendar of long ago";

/** The clock is wrong from now on, by that much. */
export const jumps = (ms: number) => async (ground: Ground) => {
  await haveSomethingToLose(ground, ms);
  await checkWhileWrong(ground, ms);
  await endSnooze(ground);
};

/** One check by a clock that is wrong by that much, and then it is right again. */
export const jumpsForOneCheck = (ms: number) => async (ground: Ground) => {
  await haveSomethingToLose(ground, ms);
  await checkWhileWrong(ground, ms);
  await setClock(ground, -ms, 0);
  await ground.check();
  await expectKept(ground, 0);
  await endSnooze(ground);
};

/** A snooze that is not over yet, and an entry of the history that is not too old yet: both would be by a clock ahead. */
async function haveSomethingToLose(ground: Ground, ms: number): Promise<void> {
  const left = isDoubted(ms) ? Math.min(Math.abs(ms) / 2, 7 * DAY) : 7 * DAY;
  const until = Date.now() + left;
  const entry = { at: until - OLDEST_MS, event: "destination", name: OLD_NAME };
  await ground.browser.inExtension(
    async ({ storage }, id, until, entry) => {
      const [status, history] = [`status:${id}`, `history:${id}`];
      const all = await storage.local.get([status, history]);
      const { state, ...rest } = all[status] as { state: object };
      const { entries = [], ...others } = (all[history] ?? { version: 1, connections: [] }) as {
        entries?: object[];
      };
      await storage.local.set({
        [status]: { ...rest, state: { ...state, snoozeUntil: until } },
        [history]: { ...others, entries: [entry, ...entries] },
      });
    },
    ground.accountId,
    until,
    entry,
  );
}

async function checkWhileWrong(ground: Ground, ms: number): Promise<void> {
  await setClock(ground, ms, ms);
  await ground.check();
  await expectKept(ground, isDoubted(ms) ? ms : 0);
}

/** Moves the clock, as far as the extension knows, while Cal.com's is right: `aheadBy` is what it is wrong by then. */
async function setClock(ground: Ground, byMs: number, aheadBy: number): Promise<void> {
  await letTimePass(ground, byMs, ["status", "checks", "history"]);
  ground.cal.control({ action: "date", aheadMs: -aheadBy });
}

/** So much may pass from one check to the next, and a clock may be set back by a little, without being doubted. */
function isDoubted(ms: number): boolean {
  return ms >= DAY || ms < -10 * MINUTE;
}

/** Nothing has ended and nothing is lost, and the clock is known to be wrong by so much. */
async function expectKept(ground: Ground, aheadBy: number): Promise<void> {
  const { clock, state } = await storedStatus(ground);
  const { entries = [] } = (await storedHistory(ground)) ?? {};
  expect({
    isSnoozed: state.snoozeUntil !== null,
    kept: entries.filter(({ name }) => name === OLD_NAME).length,
  }).toEqual({ isSnoozed: true, kept: 1 });
  expect(Math.abs((clock.jump?.aheadBy ?? 0) - aheadBy)).toBeLessThan(5 * MINUTE);
}

/** So that what breaks next is told. */
async function endSnooze({ browser }: Ground): Promise<void> {
  await browser.inExtension(({ runtime }) => runtime.sendMessage({ type: "end-snooze" }));
}
