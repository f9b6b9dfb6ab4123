import type { ConnectionId } from "../../../utils/core/model/subject.ts";
import { addConnection } from "../../support/fake-cal/connecting.ts";
import {
  type ConnectionSeed,
  connect,
  dana,
  destinationRow,
} from "../../support/fake-cal/scenarios/build.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { type Stage, setStage } from "./stage.ts";

/** A connection of Dana's, with its main calendar. */
interface Own extends ConnectionId {
  credentialId: number;
  email: string;
  externalId: string;
  name: string;
}

export const GOOGLE: Own = own("google_calendar", 135, "dana@example.com", "dana@example.com");
export const OUTLOOK: Own = own("office365_calendar", 212, "dana@contoso.example", "AAMk0AAA=", "Calendar");
export const APPLE: Own = own(
  "apple_calendar",
  301,
  "dana@icloud.example",
  "https://caldav.icloud.com/1/home/",
  "Home",
);

/** A further calendar of one of them. */
interface Further {
  in: Own;
  externalId: string;
  name: string;
}

export const FAMILY: Further = {
  in: GOOGLE,
  externalId: "family0123@group.calendar.google.com",
  name: "Family",
};
export const LAUNCHES: Further = { in: OUTLOOK, externalId: "AAMk2CCC=", name: "Product launches" };

function own(
  integration: string,
  credentialId: number,
  email: string,
  externalId: string,
  name = externalId,
): Own {
  return { integration, credentialId, delegationCredentialId: null, email, externalId, name };
}

/**
 * A stage with Dana's connections. All their calendars are checked for conflicts, so that nothing is to be remarked.
 * @param bookings where new bookings are added
 */
export async function setDana(connections: readonly Own[], bookings: Own, further?: Further): Promise<Stage> {
  const stage = await setStage({ scenario: "all-well" });
  const { integration, externalId, credentialId } = bookings;
  const seeds = connections.map((one) => seedOf(one, further?.in === one ? [further] : []));
  stage.cal.world.users = [dana(seeds, destinationRow(integration, externalId, credentialId))];
  return stage;
}

function seedOf(
  { integration, credentialId, email, externalId, name }: Own,
  further: readonly Further[],
): ConnectionSeed {
  // Apple flags no calendar as the main one.
  const primary = integration !== "apple_calendar";
  const main = { externalId, name, primary, selected: true };
  return connect(integration, credentialId, email, [
    main,
    ...further.map((one) => ({ externalId: one.externalId, name: one.name, selected: true })),
  ]);
}

/** Adds an app again whose old connection was removed before. */
export function addAnew(cal: FakeCal, before: Own, credentialId: number): void {
  const [user] = cal.world.users;
  if (user) addConnection(user, seedOf({ ...before, credentialId }, []).connection);
}
