import type { LostApp, RememberedEventType } from "../model/account-state.ts";
import type { Draft } from "./draft.ts";

/** More apps than Cal.com has. */
const MOST = 100;

/**
 * This answer shows that a connection of an app broke, went, or was succeeded: with it Cal.com may have taken the calendars of
 * event types. (Cal.com's API behaviour, "There is no reconnect".)
 */
export function noteLostApp({ state }: Draft, integration: string): void {
  const others = state.lostApps.filter((one) => one.integration !== integration);
  state.lostApps = [...others, { integration, answer: state.answers }];
}

/** Whether it may be Cal.com, and not the person, who took the calendar that an event type was last seen with. */
export function isTakenByBreak(lostApps: readonly LostApp[], eventType: RememberedEventType): boolean {
  return lostApps.some((app) => isAfter(app, eventType));
}

/** Only what came after an event type was last seen can have to do with it; the rest is of no use any more. */
export function forgetOldLostApps({ state }: Draft): void {
  const { eventTypes, lostApps } = state;
  state.lostApps = lostApps.filter((app) => eventTypes.some((one) => isAfter(app, one))).slice(-MOST);
}

function isAfter({ integration, answer }: LostApp, { remembered, seenAnswer }: RememberedEventType): boolean {
  if (remembered === null || answer <= seenAnswer) return false;
  return remembered.integration === null || remembered.integration === integration;
}
