import type { Handlers } from "../../messaging/router.ts";
import { keepDestination } from "./keep-destination.ts";
import { restoreDestination } from "./restore-destination.ts";
import { selectCalendar } from "./select-calendar.ts";
import { setDestination } from "./set-destination.ts";
import { testReading } from "./test-reading.ts";

type ActionHandlers = Pick<
  Handlers,
  "select-calendar" | "set-destination" | "restore-destination" | "keep-destination" | "test-reading"
>;

/** What the worker does for the actions, once it is ready. */
export function actionHandlers(ready: Promise<unknown>): ActionHandlers {
  return {
    "select-calendar": ({ accountId, calendar, selected }) =>
      ready.then(() => selectCalendar(accountId, calendar, selected)),
    "set-destination": ({ accountId, calendar }) => ready.then(() => setDestination(accountId, calendar)),
    "restore-destination": ({ accountId }) => ready.then(() => restoreDestination(accountId)),
    "keep-destination": ({ accountId }) => ready.then(() => keepDestination(accountId)),
    "test-reading": ({ accountId, calendar }) => ready.then(() => testReading(accountId, calendar)),
  };
}
