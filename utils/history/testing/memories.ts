import {
  emptyMemory,
  type Memory,
  type RememberedCalendar,
  type RememberedConnection,
} from "../../status/memory.ts";
import type { ConnectionId } from "../../status/subject.ts";

export const GOOGLE: ConnectionId = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
};
export const FEED: ConnectionId = {
  integration: "ics-feed_calendar",
  credentialId: 2,
  delegationCredentialId: null,
};

/** Dana's Google connection, healthy, with a calendar of that name. */
export function aConnection(
  change: Partial<RememberedConnection> = {},
  calendars: Partial<RememberedCalendar>[] = [{ name: "Family" }],
): RememberedConnection {
  return {
    ...GOOGLE,
    appName: "Google Calendar",
    appSlug: "google-calendar",
    condition: "healthy",
    message: null,
    primaryExternalId: "c0",
    lastGoodAt: 0,
    calendars: calendars.map((calendar, index) => ({
      externalId: `c${index}`,
      integration: "google_calendar",
      name: null,
      email: "dana@example.com",
      primary: index === 0,
      readOnly: false,
      isSelected: true,
      missing: false,
      ...calendar,
    })),
    malformedCalendars: 0,
    breaks: [],
    quiet: false,
    ...change,
  };
}

export function memoryOf(...connections: RememberedConnection[]): Memory {
  return { ...emptyMemory(), connections };
}
