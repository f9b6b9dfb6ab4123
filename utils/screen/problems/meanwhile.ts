import { type Break, breakOf, lastCheckOf, recentBreaks } from "../../core/bookings/breaks.ts";
import type { Account } from "../../core/model/account.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { BookingsCheck } from "../../core/model/records.ts";
import type { ConnectionId } from "../../core/model/subject.ts";
import type { StoredAccount } from "../stored.ts";

/** A break whose bookings can be asked for. */
export interface Meanwhile {
  account: Account;
  broken: Break;
  /** What was found when it was last asked; null when it was not. */
  last: BookingsCheck | null;
}

type Known = Pick<StoredAccount, "account" | "state" | "mendings" | "bookingsChecks">;

/** That of a connection that is broken, or was when it was removed, for the card about it. */
export function meanwhileOf(
  stored: Known & { now: number },
  { kind, subject, confirmed }: Pick<Finding, "kind" | "subject" | "confirmed">,
): Meanwhile | null {
  const isMeant = kind === "connection-error" || kind === "connection-gone";
  return isMeant && confirmed && subject.type === "connection" ? meanwhileIn(stored, subject) : null;
}

/** That of a connection, if there is one. */
export function meanwhileIn(stored: Known & { now: number }, connection: ConnectionId): Meanwhile | null {
  const broken = breakOf(stored, connection, stored.now);
  return broken && withLast(stored, broken);
}

/** Those of breaks that are over, for a day. */
export function meanwhileAfterwards(accounts: readonly Known[], now: number): Meanwhile[] {
  return accounts.flatMap((stored) => recentBreaks(stored, now).map((broken) => withLast(stored, broken)));
}

function withLast({ account, bookingsChecks }: Known, broken: Break): Meanwhile {
  return { account, broken, last: lastCheckOf(bookingsChecks, broken) };
}
