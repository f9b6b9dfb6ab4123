import type { RememberedConnection } from "../account-state.ts";
import { isConfirmed, type Work } from "../draft.ts";
import { claim, cover, finish, seeRight, uncover } from "../ledger.ts";
import { ACCOUNT, calendarSubject, connectionSubject, isDelegation } from "../subject.ts";
import { type Trust, trustOf } from "../trust.ts";

interface Judged {
  connection: RememberedConnection;
  trust: Trust;
  /** Calendars that count: listed, last known, or only suspected gone. */
  calendars: number;
  /** Of those, the ones that Cal.com checks for conflicts. */
  checked: number;
}

/** Is anything checked for conflicts at all, and by each connection? Both judge one set of calendars. */
export function judgeSelection(work: Work): void {
  const all = work.state.connections.map((connection) => judged(work, connection));
  judgeNothingSelected(work, all);
  const nothing = isConfirmed(work, "nothing-selected", ACCOUNT);
  const checked = all.reduce((sum, { checked }) => sum + checked, 0);
  for (const one of all) judgeUnchecked(work, one, checked, nothing);
}

function judged(work: Work, connection: RememberedConnection): Judged {
  const trust = trustOf(work, connection);
  const counted =
    trust === "gone"
      ? []
      : connection.calendars.filter(
          ({ externalId }) => !isConfirmed(work, "calendar-gone", calendarSubject(connection, externalId)),
        );
  // Without a selection Cal.com falls back to the primary calendar of an organisation's credential.
  const fallsBack = isDelegation(connection);
  const checked = counted.filter(({ isSelected, primary }) => isSelected || (fallsBack && primary));
  return { connection, trust, calendars: counted.length, checked: checked.length };
}

function judgeNothingSelected(work: Work, all: readonly Judged[]): void {
  if (all.some(({ checked }) => checked > 0)) return seeRight(work, "nothing-selected", ACCOUNT);
  if (all.every(({ calendars }) => calendars === 0)) return cover(work, "nothing-selected", ACCOUNT);
  // A connection that may only be slow today could hold the one that is selected.
  const blind = all.some(
    ({ trust, connection }) => trust === "suspected" && connection.calendars.length === 0,
  );
  claim(work, "nothing-selected", ACCOUNT, "error", blind ? "held" : "certain");
}

function judgeUnchecked(work: Work, one: Judged, checkedInAll: number, nothing: boolean): void {
  const subject = connectionSubject(one.connection);
  if (isDelegation(one.connection)) return finish(work, "connection-unchecked", subject);
  if (one.trust === "broken" || one.trust === "gone" || nothing) {
    return cover(work, "connection-unchecked", subject);
  }
  if (one.trust === "suspected") return uncover(work, "connection-unchecked", subject);
  if (one.checked > 0) return seeRight(work, "connection-unchecked", subject);
  if (checkedInAll > 0) claim(work, "connection-unchecked", subject, "warning", "certain");
  else uncover(work, "connection-unchecked", subject);
}
