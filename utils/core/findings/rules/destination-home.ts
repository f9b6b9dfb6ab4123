import type { Destination } from "../../../cal-api/observation.ts";
import { isOwnCredential } from "../../calendars/destination.ts";
import type { RememberedConnection } from "../../model/account-state.ts";
import type { KindAbout } from "../../model/kind-groups.ts";
import { DESTINATION } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";
import { type Confirm, close, inhibit, raise } from "../lifecycle.ts";
import { type OwnRow, type Places, whereaboutsOf } from "./destination-places.ts";

/** What an answer's word is worth: how sure it makes of what is wrong, and what ends by what is right. */
export interface Word {
  confirm: Confirm;
  right: (draft: Draft, kind: KindAbout<"destination">, subject: typeof DESTINATION) => void;
}

/**
 * Can bookings be added to the calendar that the answer's destination names? That depends on what this answer makes of the
 * connections that have it; for what is told and offered later `destinationConnections` chooses among them.
 */
export function evaluateDestinationHome(
  draft: Draft,
  destination: Destination | null,
  places: Places,
  { confirm, right }: Word,
): void {
  if (destination === null) {
    inhibit(draft, "destination-broken", DESTINATION);
    close(draft, "destination-read-only", DESTINATION);
    return;
  }
  const found = whereaboutsOf(draft, places, destination, rowOf(destination));
  if (found.is === "live") {
    right(draft, "destination-broken", DESTINATION);
    if (found.readOnly) raise(draft, "destination-read-only", DESTINATION, confirm);
    else right(draft, "destination-read-only", DESTINATION);
    return;
  }
  close(draft, "destination-read-only", DESTINATION);
  if (found.is === "lost") raise(draft, "destination-broken", DESTINATION, found.confirm);
}

function rowOf(destination: Destination): OwnRow {
  return {
    isOwn: (connection) => isOwnCredential(destination, connection),
    isNamed: (connection) => isNamedBy(destination, connection),
  };
}

/** A row may name a delegation by the -1 alone that all of them have. */
function isNamedBy(destination: Destination, connection: RememberedConnection): boolean {
  const { credentialId, delegationCredentialId } = destination;
  return (
    isOwnCredential(destination, connection) ||
    (delegationCredentialId === null && credentialId !== null && credentialId === connection.credentialId)
  );
}
