import { type Pick, picked } from "./changes.ts";
import type { World, WorldConnection, WorldEventType } from "./world.ts";

type Change = (world: World, eventType: WorldEventType, pick: Pick) => void;

const POINTS_TO: Change = (world, eventType, pick) => {
  const [connection, calendar] = picked(world, pick);
  if (connection !== undefined && calendar !== undefined)
    eventType.own = { ...rowOf(connection), externalId: calendar.externalId };
};
/** By hand, in the web app. */
const TAKES_AWAY: Change = (_, eventType) => {
  eventType.own = null;
};
const IS_DELETED: Change = (world, eventType) => {
  world.eventTypes.splice(world.eventTypes.indexOf(eventType), 1);
};
const IS_ADDED: Change = (world, _, pick) => addEventType(world, pick);
const IS_HIDDEN: Change = (_, eventType) => {
  eventType.hidden = !eventType.hidden;
};
/** An app that Cal.com doesn't name, or no longer. */
const LOSES_ITS_APP: Change = (_, { own }) => {
  if (own !== null) own.integration = "";
};
/** The web app takes away the calendars of all event types that are of the app, the API those of the connection. */
const CONNECTION_IS_REMOVED: Change = (world, _, pick) => {
  const [connection] = picked(world, pick);
  if (connection === undefined) return;
  world.remove(connection);
  if (pick.how % 2 === 0)
    for (const one of world.eventTypes) if (one.own?.integration === connection.type) one.own = null;
};

const EVENT_CHANGES: readonly Change[] = [
  ...Array<Change>(5).fill(POINTS_TO),
  ...Array<Change>(3).fill(TAKES_AWAY),
  IS_DELETED,
  IS_ADDED,
  IS_HIDDEN,
  LOSES_ITS_APP,
  ...Array<Change>(4).fill(CONNECTION_IS_REMOVED),
];

export function changeEventType(world: World, which: number, pick: Pick): void {
  const happens = EVENT_CHANGES[which % EVENT_CHANGES.length];
  const eventType = world.eventTypes[pick.how % Math.max(1, world.eventTypes.length)];
  if (eventType === undefined) addEventType(world, pick);
  else happens?.(world, eventType, pick);
}

/** One in four has no calendar of its own. */
export function addEventType(world: World, pick: Pick): void {
  const eventType: WorldEventType = { id: world.newId(), hidden: false, own: null };
  world.eventTypes.push(eventType);
  if (pick.how % 4 !== 0) POINTS_TO(world, eventType, pick);
}

function rowOf({ type, credentialId, delegationCredentialId }: WorldConnection) {
  return { integration: type, credentialId, delegationCredentialId };
}
