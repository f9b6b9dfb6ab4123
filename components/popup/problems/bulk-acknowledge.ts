import { accountName } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { noticesToAcknowledge } from "../../../utils/core/findings/bulk-acknowledge.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { noticesTitle } from "./notices-title.ts";

/** After the first check of an account: to mark all of its notices as expected with one click. */
export interface BulkAcknowledgement {
  account: Account;
  text: string;
  findings: readonly Finding[];
}

/** One for each account that has notices and whose offer is not answered yet. @param withAccount whether to say whose */
export function bulkAcknowledgementsOf(
  accounts: readonly StoredAccount[],
  withAccount: boolean,
): BulkAcknowledgement[] {
  return accounts
    .filter(({ bulkAcknowledgeAnswered }) => !bulkAcknowledgeAnswered)
    .map(({ account, state }) => ({ account, findings: noticesToAcknowledge(state) }))
    .filter(({ findings }) => findings.length > 0)
    .map(({ account, findings }) => ({
      account,
      findings,
      text: withAccount
        ? t("expected.offerOf", [accountName(account), noticesTitle([findings])])
        : t("expected.offer"),
    }));
}
