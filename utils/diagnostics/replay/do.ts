import type { AppliedId, Performed } from "../../core/model/actions.ts";
import { printedSubject } from "../../core/model/subject.ts";

type Value = Record<string, unknown>;

/**
 * What each action is as `do` of a recording's line. These names are known outside and stay, whatever the actions are called.
 * Taking a mark back can't be said, nor that a mark ends by itself: such marks are left out of a recording. That one problem is
 * snoozed is no part of what is replayed.
 */
const WRITTEN: { [Id in AppliedId]: (action: Performed<Id>, at: number) => Value[] } = {
  acknowledge: ({ findings }) =>
    findings.map(({ kind, subject }) => ({ expect: kind, subject: printedSubject(subject) })),
  unacknowledge: () => [],
  "snooze-problem": () => [],
  "end-snooze-problem": () => [],
  "select-calendar": ({ action: _, ...calendar }) => [{ select: calendar }],
  "unselect-calendar": ({ action: _, ...calendar }) => [{ unselect: calendar }],
  "set-destination": ({ action: _, ...destination }) => [{ setDestination: destination }],
  "keep-destination": () => [{ keepDestination: true }],
  snooze: ({ until }) => [{ snoozeUntil: new Date(until).toISOString() }],
  "end-snooze": (_, at) => [{ snoozeUntil: new Date(at).toISOString() }],
};

/**
 * @param at when it was done, in ms since the epoch
 * @returns none where a recording can't say it @see readAction
 */
export function doOf(action: Performed, at: number): Value[] {
  // Safe: what is written is an action of the same id.
  return (WRITTEN[action.action] as (action: Performed, at: number) => Value[])(action, at);
}
