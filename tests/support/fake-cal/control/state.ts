import { appName, CALENDAR_APPS } from "../apps.ts";
import type { Context } from "../context.ts";
import { delegationMessages, FAULT_KINDS } from "../faults.ts";
import { SCENARIO_NAMES } from "../scenarios/index.ts";
import { MODE_KINDS } from "../server-state.ts";
import { type Connection, KEY_STATES, type User } from "../world.ts";

const REQUESTS_SHOWN = 100;

/** Everything the control page draws. No request header is in it, so no key but those of the world itself. */
export function controlState({ world, log }: Context): Record<string, unknown> {
  return {
    scenario: world.scenario,
    scenarios: SCENARIO_NAMES,
    modes: MODE_KINDS,
    keyStates: KEY_STATES,
    faults: FAULT_KINDS,
    apps: CALENDAR_APPS.map(({ type, name }) => ({ type, name })),
    delegationMessages: delegationMessages(world.users[0]?.email ?? ""),
    server: world.server,
    keys: world.keys,
    users: world.users.map(shownUser),
    requests: log.requests
      .slice(-REQUESTS_SHOWN)
      .map(({ time, method, path, status }) => ({ time, method, path, status })),
  };
}

function shownUser(user: User) {
  const { id, name, email, destination, eventTypes, bookings, conferencing } = user;
  return {
    id,
    name,
    email,
    destination,
    eventTypes,
    bookings,
    conferencing,
    connections: user.connections.map((one) => shownConnection(one, user)),
  };
}

function shownConnection(connection: Connection, user: User) {
  const { calendars, ...rest } = connection;
  return {
    ...rest,
    app: appName(connection.type),
    calendars: calendars.map(({ busy: _busy, ...calendar }) => ({
      ...calendar,
      rows: user.selections
        .filter(({ externalId }) => externalId === calendar.externalId)
        .map(({ credentialId, eventTypeId }) => ({ credentialId, eventTypeId })),
      destination: user.destination?.externalId === calendar.externalId,
    })),
  };
}
