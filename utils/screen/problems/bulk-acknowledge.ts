import { plural, underscored } from "../../copy/i18n.ts";
import { countedAs } from "../../core/calendars/distinct.ts";
import { noticesToAcknowledge } from "../../core/findings/acknowledgements.ts";
import type { Account } from "../../core/model/account.ts";
import type { Finding } from "../../core/model/finding.ts";
import { canBeNotice } from "../../core/model/kind-groups.ts";
import type { StoredAccount } from "../stored.ts";

/** After the first check of an account: to mark all of its notices as expected with one click. */
export interface BulkAcknowledgement {
  account: Account;
  findings: readonly Finding[];
}

/** One for each account that has notices and whose offer is not answered yet. */
export function bulkAcknowledgementsOf(accounts: readonly StoredAccount[]): BulkAcknowledgement[] {
  return accounts
    .filter(({ bulkAcknowledgeAnswered }) => !bulkAcknowledgeAnswered)
    .map(({ account, state }) => ({ account, findings: noticesToAcknowledge(state) }))
    .filter(({ findings }) => findings.length > 0);
}

/**
 * What is worth a look. A calendar that is both read-only and not checked is one calendar to look at.
 * @param byAccount notices of each account: one calendar of two accounts is two
 */
export function noticesTitle(byAccount: readonly (readonly Finding[])[]): string {
  const subjects = byAccount.map((findings) => new Set(findings.map(({ subject }) => countedAs(subject))));
  const count = subjects.reduce((sum, { size }) => sum + size, 0);
  const kinds = new Set(byAccount.flat().map(({ kind }) => kind));
  const [kind, other, ...more] = kinds;
  if (kind && !other && canBeNotice(kind)) return plural(`notices.${underscored(kind)}`, count);
  const isBoth = more.length === 0 && kinds.has("read-only") && kinds.has("not-selected");
  return plural(isBoth ? "notices.both" : "headline.looks", count);
}
