import { type Break, breakOf, breaksWithoutCard, lastCheckOf } from "../../../utils/core/bookings/breaks.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import type { BookingsCheck } from "../../../utils/core/model/records.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";

/** A break whose bookings can be asked for. */
export interface Meanwhile {
  account: Account;
  broken: Break;
  /** What was found when it was last asked; null when it was not. */
  last: BookingsCheck | null;
}

type Known = Pick<StoredAccount, "account" | "state" | "mendings" | "bookingsChecks">;

/** That of a broken connection, for the card about it. */
export function meanwhileOf(
  stored: Known & { now: number },
  { kind, subject, confirmed }: Pick<Finding, "kind" | "subject" | "confirmed">,
): Meanwhile | null {
  if (kind !== "connection-error" || !confirmed || subject.type !== "connection") return null;
  const broken = breakOf(stored, subject, stored.now);
  return broken && withLast(stored, broken);
}

/** Those that no card tells of: of connections that work again, or are gone. */
export function meanwhileWithoutCard(accounts: readonly Known[], now: number): Meanwhile[] {
  return accounts.flatMap((stored) =>
    breaksWithoutCard(stored, now).map((broken) => withLast(stored, broken)),
  );
}

function withLast({ account, bookingsChecks }: Known, broken: Break): Meanwhile {
  return { account, broken, last: lastCheckOf(bookingsChecks, broken) };
}
