import { vi } from "vitest";
import { check } from "../../../utils/background/checks/check.ts";
import { aWorld, emptyOutbox, findings, OUTLOOK, type World } from "./action-world.ts";
import { MINUTE } from "./world.ts";

export const INTRO = 3001;
/** Its bookings are added to Outlook. */
export const REVIEW = 3002;
export const OUTLOOK_CALENDAR = { integration: OUTLOOK.integration, externalId: OUTLOOK.externalId };

/** A world whose event types are watched and were read a minute ago. */
export interface EventTypeWorld extends World {
  /** Requests for the event types since then. */
  reads(): number;
  patches(): number;
  /** What Cal.com has: the calendar of an event type's own. */
  ownAt(id: number): { integration: string; externalId: string } | null;
}

export async function anEventTypeWorld(): Promise<EventTypeWorld> {
  const world = await aWorld("booked", 0, { eventTypesRead: null });
  const count = (what: RegExp) => world.sent().filter((one) => what.test(one)).length;
  return {
    ...world,
    reads: () => count(/^GET \/v2\/event-types$/),
    patches: () => count(/^PATCH \/v2\/event-types\//),
    ownAt: (id) => {
      const row = world.cal.world.users[0]?.eventTypes.find((one) => one.id === id)?.destination;
      return row ? { integration: row.integration, externalId: row.externalId } : null;
    },
  };
}

/** Checks, so many minutes later each. */
export async function checkAfter(...minutes: number[]): Promise<void> {
  for (const one of minutes) {
    vi.setSystemTime(Date.now() + one * MINUTE);
    await check("a1");
  }
}

/**
 * Outlook breaks, is connected again, and its old connection is removed in the web app, which takes the calendars of event types
 * with it: that is confirmed, and the person is told.
 */
export async function loseOutlook({ cal }: World): Promise<void> {
  cal.control({ action: "break", credentialId: 212, how: "revoked" });
  await checkAfter(1);
  cal.control({ action: "add-again", credentialId: 212 });
  await checkAfter(1);
  cal.control({ action: "disconnect", credentialId: 212, as: "web-app" });
  await checkAfter(1, 3, 3);
  await emptyOutbox();
}

/** Another event type whose bookings are added to Outlook. */
export function addOutlookType({ cal }: World, eventTypeId: number, title: string): void {
  cal.control({ action: "add-event-type", eventTypeId, title });
  cal.control({
    action: "event-type-destination",
    eventTypeId,
    credentialId: 212,
    externalId: OUTLOOK.externalId,
  });
}

/** What the person was told of and still stands, or is yet to be told: what is only worth a look is left out. */
export async function problems(): Promise<string[]> {
  return (await findings()).filter((kind) => kind.endsWith("!")).map((kind) => kind.slice(0, -1));
}
