import { SETTABLE_DESTINATIONS } from "../../cal-api/change.ts";
import type { Destination } from "../../cal-api/observation.ts";
import type { Notice } from "../../status/changes.ts";
import { isAddedTo } from "../../status/destination.ts";
import type { Memory, RememberedConnection } from "../../status/memory.ts";
import { connectionKey } from "../../status/subject.ts";
import { shownFindings } from "../../status/summary.ts";
import { t } from "../../words.ts";
import { connectionOf, destinationName } from "../copy/find.ts";
import { homesOf } from "../copy/homes.ts";

/**
 * Asks whether bookings are to go back to where they went before a connection broke, when that works again. "" when they
 * never moved, or can't be put back from here.
 */
export function restoreOffer(memory: Memory, notices: readonly Notice[]): string {
  const { remembered } = memory.destination;
  if (remembered === null || !hasMoved(memory)) return "";
  const isBack = homesOf(memory, remembered).some(
    (home) => isLive(home, remembered) && notices.some((notice) => isRecoveryOf(memory, notice, home)),
  );
  return isBack ? t("notification.putBack", [destinationName(memory, remembered)]) : "";
}

function hasMoved(memory: Memory): boolean {
  return shownFindings(memory).some(
    ({ kind, confirmed, expected }) => kind === "destination-changed" && confirmed && !expected,
  );
}

/** One that was connected anew goes on under another identity: then the kind of app has to do. */
function isRecoveryOf(memory: Memory, { recovered, subject }: Notice, home: RememberedConnection): boolean {
  if (!recovered || subject.type !== "connection") return false;
  if (connectionOf(memory, subject)) return connectionKey(subject) === connectionKey(home);
  return subject.integration === home.integration;
}

/** Whether Cal.com would accept it as the destination. */
function isLive(home: RememberedConnection, destination: Destination): boolean {
  return (
    home.condition === "healthy" &&
    SETTABLE_DESTINATIONS.has(home.integration) &&
    home.calendars.some(
      (calendar) => isAddedTo(destination, calendar, home) && !calendar.missing && !calendar.readOnly,
    )
  );
}
