import type { Destination } from "../../cal-api/observation.ts";
import { isAddedTo } from "../../core/calendars/destination.ts";
import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { isSettable } from "../../core/calendars/settable.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { connectionKey } from "../../core/model/subject.ts";
import { t } from "../i18n.ts";
import { destinationName } from "../names.ts";

/**
 * Asks whether bookings are to go back to where they went before a connection broke, when that works again. "" when they
 * never moved, or can't be put back from here.
 */
export function restoreOffer(state: AccountState, notices: readonly Notice[]): string {
  const { remembered } = state.destination;
  if (remembered === null || !hasMoved(state)) return "";
  const isBack = destinationConnections(state, remembered).some(
    (home) => canBePut(home, remembered) && notices.some((notice) => isRecoveryOf(state, notice, home)),
  );
  return isBack ? t("notification.putBack", [destinationName(state, remembered)]) : "";
}

function hasMoved(state: AccountState): boolean {
  return shownFindings(state).some(
    ({ kind, confirmed, acknowledged }) => kind === "destination-changed" && confirmed && !acknowledged,
  );
}

/** One that was connected anew goes on under another identity: then the kind of app has to do. */
function isRecoveryOf(
  state: AccountState,
  { recovered, subject }: Notice,
  home: RememberedConnection,
): boolean {
  if (!recovered || subject.type !== "connection") return false;
  if (connectionOf(state, subject)) return connectionKey(subject) === connectionKey(home);
  return subject.integration === home.integration;
}

/** Whether Cal.com would accept it as the destination. */
function canBePut(home: RememberedConnection, destination: Destination): boolean {
  return home.calendars.some(
    (calendar) => isAddedTo(destination, calendar, home) && isSettable(home, calendar),
  );
}
