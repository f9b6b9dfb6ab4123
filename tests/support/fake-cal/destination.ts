import { type Clock, isoTime } from "./clock.ts";
import type { ListedCalendar, ListedConnection } from "./listing.ts";
import type { DestinationRow } from "./rows.ts";
import type { User } from "./world.ts";

let nextRowId = 900;

/** `destinationCalendar` of an answer: the stored row with the live calendar over it, or `{}`. */
export type ShownDestination = Record<string, unknown>;

/**
 * Does to the user's destination what Cal.com does whenever the calendars are read, and returns what the answer shows.
 * Without a connection the row is deleted; without a row one is made from the first connection; a row whose calendar is
 * not among the live ones is pointed at the first connection's primary, or blanked when that connection is broken.
 */
export function settleDestination(user: User, entries: ListedConnection[], clock: Clock): ShownDestination {
  if (entries.length === 0) {
    user.destination = null;
    return {};
  }
  const before = user.destination;
  const first = entries[0]?.primary;
  if (before === null) {
    user.destination = createDestinationRow(user, first, clock);
    return { ...user.destination };
  }
  // Taken for the calendar the row had on entry: a row that moves is shown bare, though its new calendar is live.
  const live = overlay(entries, before.externalId);
  if (!hasSameCalendar(entries, before)) {
    moveRow(before, first, clock);
  }
  return { ...before, ...live };
}

function hasSameCalendar(entries: ListedConnection[], row: DestinationRow): boolean {
  return liveCalendars(entries).some(
    (calendar) => calendar.externalId === row.externalId && calendar.integration === row.integration,
  );
}

function liveCalendars(entries: ListedConnection[]): ListedCalendar[] {
  return entries.flatMap((entry) => entry.calendars ?? []);
}

/** The keys that are undefined here vanish from the JSON and hide what the row holds, as they do at Cal.com. */
function overlay(entries: ListedConnection[], externalId: string): ShownDestination {
  for (const entry of entries) {
    const live = entry.calendars?.find((calendar) => calendar.externalId === externalId);
    if (live !== undefined) {
      const { primary, ...rest } = live;
      return {
        ...rest,
        primary: primary === true ? true : undefined,
        primaryEmail: entry.primary?.email,
        integrationTitle: entry.integration.title,
      };
    }
  }
  return {};
}

/** A new row for this calendar, or a blank one when there is none. */
export function createDestinationRow(
  user: User,
  first: ListedCalendar | undefined,
  clock: Clock,
): DestinationRow {
  const now = isoTime(clock);
  nextRowId += 1;
  const isDelegated = first !== undefined && first.credentialId === -1;
  return {
    id: nextRowId,
    integration: first?.integration ?? "",
    externalId: first?.externalId ?? "",
    primaryEmail: first?.email ?? null,
    userId: user.id,
    eventTypeId: null,
    credentialId: first === undefined || isDelegated ? null : first.credentialId,
    createdAt: now,
    updatedAt: now,
    delegationCredentialId: isDelegated ? first.delegationCredentialId : null,
    domainWideDelegationCredentialId: null,
    customCalendarReminder: null,
  };
}

/** `credentialId` and `delegationCredentialId` are left as they were, and so is an e-mail that nothing replaces. */
function moveRow(row: DestinationRow, first: ListedCalendar | undefined, clock: Clock): void {
  row.integration = first?.integration ?? "";
  row.externalId = first?.externalId ?? "";
  row.primaryEmail = first?.email ?? row.primaryEmail;
  row.updatedAt = isoTime(clock);
}
