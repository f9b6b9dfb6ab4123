import { report } from "../browser/report.ts";
import { lockStorage } from "../browser/storage-areas.ts";
import { readKey } from "../storage/key.ts";
import { repair } from "../storage/repair.ts";
import { keepSetUp } from "./actions/keep-set-up.ts";
import { setAlarm } from "./alarm.ts";
import { draw } from "./badge/draw.ts";
import { check } from "./checks/check.ts";
import { checkOnTrigger } from "./checks/check-in-turn.ts";
import { refreshScreen } from "./keep-screen.ts";
import { setMenu } from "./menu/menu.ts";
import { monitoredAccounts } from "./monitored-accounts.ts";
import { flushOutbox } from "./notifications/flush-outbox.ts";
import { passEnds } from "./pass-ends.ts";
import { refreshPolicy } from "./settings/refresh-policy.ts";

/**
 * What every start of the worker begins with; all else waits for it. It sends no request, so it is over in a moment, and
 * no part of it that fails keeps the rest from being done.
 */
export async function start(): Promise<void> {
  await attempt("Badge and tooltip could not be drawn", draw);
  await attempt("The store could not be locked", lockStorage);
  await attempt("The store could not be looked through", repair);
  await attempt("What is over could not be ended", passEnds);
  await attempt("The popup's first screen could not be made", refreshScreen);
  await attempt("Forgotten keys could not be looked for", noticeMissingKeys);
  await attempt("The alarm could not be set", setAlarm);
  await attempt("The menu could not be set", setMenu);
  lookUpPolicy();
  // WHY [not awaited]: a desktop that answers late, or never, must not keep the worker from watching.
  void attempt("Notifications could not be shown", flushOutbox);
  void keepSetUp();
}

/** Brings what is derived from the store up to date with it. */
export async function follow(): Promise<void> {
  await attempt("Badge and tooltip could not be drawn", draw);
  await attempt("The alarm could not be set", setAlarm);
  await attempt("The menu could not be set", setMenu);
  await attempt("Notifications could not be shown", flushOutbox);
  // WHY [not awaited]: it asks Cal.com, and each thing that it stores on the way comes here again.
  void keepSetUp();
}

/** What was to be quiet until now, and the checks that are due. */
export async function onAlarm(): Promise<void> {
  await attempt("What is over could not be ended", passEnds);
  await checkOnTrigger("alarm").finally(follow);
}

/** A check if one is due, and a first screen for the next time. */
export async function onPopupOpened(): Promise<void> {
  lookUpPolicy();
  await checkOnTrigger("popupOpened");
  await attempt("The popup's first screen could not be made", refreshScreen);
}

/** What a page asks for that can't read the store: it waits for it with nothing to show. */
export async function onUnreadable(): Promise<void> {
  await repair();
  // A damaged one is gone now, and there is nothing to save it from.
  lookUpPolicy();
}

/**
 * WHY [not awaited]: Chrome takes seconds to tell it after its own start, and a minute on a busy machine; until then the one of
 * before is in force. (docs/decisions/0013-policy-is-a-record.md)
 */
function lookUpPolicy(): void {
  void attempt("The policy could not be looked up", refreshPolicy);
}

async function attempt(failed: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => report(failed, error));
}

/**
 * Makes it known at once, not only at the next check, when a key was forgotten with the browser session. Without a key nobody
 * is asked anything.
 */
export async function noticeMissingKeys(): Promise<void> {
  for (const { account, status } of await monitoredAccounts()) {
    if (status.state.lastFailure?.reason === "no-key") continue;
    if ((await readKey(account)) === null) await check(account.id);
  }
}
