import type { Browser } from "webextension-polyfill";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import { quietUntil } from "../../../utils/core/settings/quiet-hours/quiet-until.ts";
import type { Settings } from "../../../utils/core/settings/table.ts";
import { poll } from "../../support/browsers/poll.ts";
import type { Stage } from "./stage.ts";

const IDLE_MS = 60_000;
/** So many looks in a row have to be alike, each after another answer of the worker. */
const LOOKS = 4;

/**
 * Waits until the worker has done all that it had to do. For what is expected not to happen: at once, nothing has happened
 * yet in any case.
 */
export async function untilIdle(stage: Stage): Promise<void> {
  const { browser, cal } = stage;
  let last: Record<string, string> = {};
  let alike = 0;
  let why = "";
  await poll(
    () => `the worker to be idle: ${why}`,
    async () => {
      const { stored, badge } = await browser.inExtension(lookAround);
      const all = { ...stored, badge, requests: cal.requests.length };
      const seen = Object.fromEntries(Object.entries(all).map(([name, of]) => [name, JSON.stringify(of)]));
      const changed = Object.keys({ ...last, ...seen }).filter((name) => last[name] !== seen[name]);
      last = seen;
      // Who waits for an answer of Cal.com changes nothing meanwhile, and yet is not done.
      const open = cal.openRequests();
      alike = changed.length === 0 && open === 0 ? alike + 1 : 1;
      const isTold = isQuiet(stored) || !hasOutbox(stored);
      why = `${changed.length} records changed (${changed.join(", ")}), ${open} requests open, ${isTold ? "nothing" : "something"} to tell`;
      return alike >= LOOKS && isTold;
    },
    IDLE_MS,
  );
}

/** Runs in the extension: all that the worker may change. */
async function lookAround(api: Browser) {
  // Answered after a start of the worker, and after every change of the store that was asked for before it.
  await api.runtime.sendMessage({ type: "repair" });
  const { action, storage } = api;
  const badge = [action.getBadgeText({}), action.getTitle({}), action.getBadgeBackgroundColor({})];
  return { stored: await storage.local.get(null), badge: await Promise.all(badge) };
}

/** Whether something is stored that a notification has yet to tell. */
function hasOutbox(stored: Record<string, unknown>): boolean {
  const statuses = Object.entries(stored).filter(([name]) => name.startsWith("status:"));
  return statuses.some(([, status]) => ((status as Partial<StatusRecord>).outbox ?? null) !== null);
}

/** Whether what has to be told waits for the end of quiet hours. */
function isQuiet({ settings }: Record<string, unknown>): boolean {
  const { quietHours = "" } = (settings ?? {}) as Partial<Settings>;
  return quietUntil(quietHours, Date.now()) !== null;
}
