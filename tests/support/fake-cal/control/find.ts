import type { Connection, ProviderCalendar, User, World } from "../world.ts";
import { ControlError, type Fields, optionalText, optionalWhole, textField } from "./fields.ts";

/** A connection with the user it belongs to. */
export interface Owned {
  user: User;
  connection: Connection;
}

/** Users that an action means: the one with `userId`, or all. */
export function usersMeant(world: Pick<World, "users">, fields: Fields): User[] {
  const userId = optionalWhole(fields, "userId");
  const users = world.users.filter((user) => userId === undefined || user.id === userId);
  if (users.length === 0) {
    throw new ControlError(userId === undefined ? "This world has no user." : `There is no user ${userId}.`);
  }
  return users;
}

/** The connection with `credentialId` and, where several share it, `delegationCredentialId`. */
export function connectionMeant(world: World, fields: Fields): Owned {
  const id = optionalWhole(fields, "credentialId", -1);
  if (id === undefined) {
    throw new ControlError('"credentialId" is missing: it says which connection is meant.');
  }
  const delegation = optionalText(fields, "delegationCredentialId");
  for (const user of usersMeant(world, fields)) {
    const connection = user.connections.find(
      (candidate) =>
        candidate.credentialId === id &&
        (delegation === undefined || candidate.delegationCredentialId === delegation),
    );
    if (connection !== undefined) {
      return { user, connection };
    }
  }
  throw new ControlError(`There is no connection with the credential ${id}.`);
}

/** The calendar with `externalId`, in the connection with `credentialId` if that is given. */
export function calendarMeant(world: World, fields: Fields): Owned & { calendar: ProviderCalendar } {
  const externalId = textField(fields, "externalId");
  const owned =
    fields.credentialId === undefined
      ? usersMeant(world, fields).flatMap((user) =>
          user.connections.map((connection) => ({ user, connection })),
        )
      : [connectionMeant(world, fields)];
  for (const { user, connection } of owned) {
    const calendar = connection.calendars.find((candidate) => candidate.externalId === externalId);
    if (calendar !== undefined) {
      return { user, connection, calendar };
    }
  }
  throw new ControlError(`There is no calendar "${externalId}".`);
}
