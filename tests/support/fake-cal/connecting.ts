import { credentialOf } from "./credentials.ts";
import type { Connection, User } from "./world.ts";

/** Apps that check their primary calendar for conflicts as soon as they are added. The others check none. */
const SELECTS_PRIMARY = [
  "google_calendar",
  "office365_calendar",
  "zoho_calendar",
  "lark_calendar",
  "feishu_calendar",
];

/**
 * Adds an app as Cal.com's web app does when somebody signs in to it, and returns the connection that there is then.
 * There is no reconnecting: what was connected before stays, with whatever is wrong with it. Only Apple with an Apple ID
 * that is known is updated in place, selections and all.
 */
export function addConnection(user: User, added: Connection): Connection {
  const known = user.connections.find(
    ({ type, accountEmail }) => type === "apple_calendar" && accountEmail === added.accountEmail,
  );
  if (added.type === "apple_calendar" && known !== undefined) {
    return Object.assign(known, { fault: { kind: "none" }, invalid: false });
  }
  user.connections.push(added);
  if (SELECTS_PRIMARY.includes(added.type)) {
    selectPrimary(user, added);
  }
  return added;
}

function selectPrimary(user: User, connection: Connection): void {
  const primary = connection.calendars.find((calendar) => calendar.primary) ?? connection.calendars[0];
  if (primary === undefined) {
    return;
  }
  const { externalId } = primary;
  const known = user.selections.find(
    (row) => row.eventTypeId === null && row.integration === connection.type && row.externalId === externalId,
  );
  // Google's row moves to the new credential; the other apps write a second one beside it.
  if (connection.type === "google_calendar" && known !== undefined) {
    Object.assign(known, credentialOf(connection));
    return;
  }
  user.selections.push({
    integration: connection.type,
    externalId,
    ...credentialOf(connection),
    eventTypeId: null,
  });
}
