import { listedBy, NO_PRIMARY, type World, type WorldCalendar, type WorldConnection } from "./world.ts";

/** Which connection, which of its calendars, and a choice of how: each taken modulo what there is. */
export interface Pick {
  connection: number;
  calendar: number;
  how: number;
}

const GENERIC = "Could not get connected calendars";
const REVOKED = "Access token expired or revoked";
const FAULTS = [
  GENERIC,
  REVOKED,
  GENERIC,
  NO_PRIMARY,
  undefined,
  " Could not get calendar instance ",
  "Error authorizing delegation credential",
  "",
];

type Change = (world: World, connection: WorldConnection, calendar: WorldCalendar, how: number) => void;

const BREAKS: Change = (_, connection, __, how) => {
  connection.fault = FAULTS[how % FAULTS.length];
};
const RECOVERS: Change = (world, connection, _, how) => {
  for (const one of how % 2 === 0 ? [connection] : world.connections)
    Object.assign(one, { fault: null, hidden: false });
};
const IS_REMOVED: Change = (world, connection, _, how) => {
  world.remove(connection);
  if (how % 3 === 0) for (const { externalId } of connection.calendars) world.selected.delete(externalId);
};
/** Adding an app again makes a second connection; of its calendars only the first is selected, or all as before. */
const IS_ADDED_AGAIN: Change = (world, connection, _, how) => {
  const calendars = connection.calendars.map((calendar) => ({ ...calendar }));
  world.add(connection.type, calendars, null);
  if (how % 2 === 0) return;
  for (const [index, { externalId }] of calendars.entries())
    if (index === 0) world.selected.add(externalId);
    else world.selected.delete(externalId);
};
const IS_HIDDEN: Change = (_, connection) => {
  connection.hidden = !connection.hidden;
};
const HIDES_ALL: Change = (world, _, __, how) => {
  for (const one of world.connections) one.hidden = how % 2 === 0;
};
/** The same calendar has one id in all connections that list it. */
const GETS_NEW_ID: Change = (world, connection, { externalId: before }, how) => {
  const now = `new-${world.newId()}`;
  for (const { type, calendars } of world.connections)
    for (const calendar of calendars)
      if (type === connection.type && calendar.externalId === before) {
        calendar.externalId = now;
        if (how % 4 === 3) calendar.name = "Renamed";
      }
  if (how % 3 === 0 && world.selected.has(before)) world.selected.add(now);
};
const VANISHES: Change = (_, __, calendar) => {
  calendar.vanished = !calendar.vanished;
};
const COMES_BACK: Change = (_, connection) => {
  for (const calendar of connection.calendars) calendar.vanished = false;
};
const IS_SHARED: Change = (world, connection, calendar, how) => {
  const others = world.connections.filter((it) => it.type === connection.type && it !== connection);
  const other = others[how % others.length];
  if (other === undefined || other.calendars.some((it) => it.externalId === calendar.externalId)) return;
  other.calendars.push({ ...calendar, primary: false });
};
const SELECTION: Change = (world, _, { externalId }, how) => {
  if (how % 3 !== 0 && world.selected.has(externalId)) world.selected.delete(externalId);
  else world.selected.add(externalId);
};
const ALL_SELECTIONS: Change = (world, connection, _, how) => {
  if (how % 3 === 0) return world.selected.clear();
  for (const { externalId } of connection.calendars)
    if (how % 3 === 1) world.selected.add(externalId);
    else world.selected.delete(externalId);
};
const READ_ONLY: Change = (_, __, calendar) => {
  calendar.readOnly = !calendar.readOnly;
};
const PRIMARY: Change = (_, connection, calendar) => {
  const now = !calendar.primary;
  for (const one of connection.calendars) one.primary = one === calendar && now;
};
const NEW_CALENDAR: Change = (world, connection, calendar, how) => {
  const externalId = how % 5 === 4 ? "days#holiday@group.v.calendar.google.com" : `more-${world.newId()}`;
  if (connection.calendars.some((it) => it.externalId === externalId)) return;
  connection.calendars.push({
    externalId,
    name: how % 2 === 0 ? calendar.name : "More",
    primary: false,
    readOnly: how % 3 === 0,
    vanished: false,
  });
  if (how % 4 !== 0) world.selected.add(externalId);
};
const DESTINATION: Change = (world, connection, calendar, how) => {
  if (how % 6 === 0) world.row = null;
  else world.pointTo(connection, calendar.externalId);
};

/** The more often a change stands here, the more often it happens. */
export const CHANGES: readonly Change[] = [
  ...Array<Change>(9).fill(BREAKS),
  ...Array<Change>(6).fill(RECOVERS),
  ...Array<Change>(5).fill(IS_REMOVED),
  ...Array<Change>(5).fill(IS_ADDED_AGAIN),
  ...Array<Change>(3).fill(IS_HIDDEN),
  HIDES_ALL,
  ...Array<Change>(3).fill(GETS_NEW_ID),
  ...Array<Change>(4).fill(VANISHES),
  COMES_BACK,
  IS_SHARED,
  ...Array<Change>(4).fill(SELECTION),
  ALL_SELECTIONS,
  READ_ONLY,
  PRIMARY,
  NEW_CALENDAR,
  ...Array<Change>(3).fill(DESTINATION),
];

export function change(world: World, which: number, pick: Pick): void {
  const [connection, calendar] = picked(world, pick);
  const happens = CHANGES[which % CHANGES.length];
  if (connection !== undefined && calendar !== undefined) happens?.(world, connection, calendar, pick.how);
}

export function picked(world: World, pick: Pick): [WorldConnection?, WorldCalendar?] {
  const connection = world.connections[pick.connection % Math.max(1, world.connections.length)];
  if (connection === undefined) return [];
  const listed = listedBy(connection).length > 0 ? listedBy(connection) : connection.calendars;
  const calendar = listed[pick.calendar % listed.length];
  return calendar === undefined ? [connection] : [connection, calendar];
}
