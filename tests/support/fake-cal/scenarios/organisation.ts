import { delegationMessages } from "../faults.ts";
import type { DestinationRow } from "../rows.ts";
import type { Delegation, User } from "../world.ts";
import { danaOutlook } from "./accounts.ts";
import { type ConnectionSeed, connect, dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

const EMAIL = "dana@acme.example";

export const ACME: Delegation = { id: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10", organizationId: 77 };

/** Google comes from the organisation; the personal connection to the same mailbox is hidden behind it. */
export function organisationDelegation(): Scenario {
  const personal = connect("google_calendar", 135, EMAIL, [
    { externalId: EMAIL, name: EMAIL, primary: true },
  ]);
  return {
    users: [atAcme([personal, delegated(), danaOutlook()], delegatedDestination())],
    delegations: [ACME],
  };
}

/** The organisation's administrator has to act: Google does not know Dana there. */
export function delegationBroken(): Scenario {
  const google = delegated();
  google.connection.fault = { kind: "message", message: delegationMessages(EMAIL)[1] ?? "" };
  return { users: [atAcme([google, danaOutlook()], delegatedDestination())], delegations: [ACME] };
}

function delegated(): ConnectionSeed {
  const calendars = [
    { externalId: EMAIL, name: EMAIL, primary: true, selected: true },
    { externalId: "c_team@group.calendar.google.com", name: "Team" },
  ];
  return connect("google_calendar", -1, EMAIL, calendars, ACME.id);
}

function delegatedDestination(): DestinationRow {
  const more = { id: 883, primaryEmail: EMAIL, delegationCredentialId: ACME.id };
  return destinationRow("google_calendar", EMAIL, null, more);
}

function atAcme(seeds: ConnectionSeed[], destination: DestinationRow): User {
  return { ...dana(seeds, destination), email: EMAIL, organizationId: ACME.organizationId };
}
