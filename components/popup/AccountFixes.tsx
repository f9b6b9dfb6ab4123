import type { Account } from "../../utils/core/model/account.ts";
import type { StoredAccount } from "../../utils/screen/stored.ts";
import { BookingsOfBreaks } from "./bookings/BookingsOfBreaks.tsx";
import { RecoveredLines } from "./headline/RecoveredLines.tsx";
import { AccountFix } from "./problems/AccountFix.tsx";
import "./account-fix.css";

interface Props {
  accounts: readonly StoredAccount[];
  onReplaced: (account: Account) => void;
}

/** What only the person can give, of every account, and what became of what they have done at Cal.com. */
export function AccountFixes({ accounts, onReplaced }: Props) {
  return (
    <>
      <RecoveredLines accounts={accounts} />
      <BookingsOfBreaks accounts={accounts} />
      {accounts.map((each) => (
        <AccountFix
          key={each.account.id}
          stored={each}
          withAccount={accounts.length > 1}
          onReplaced={onReplaced}
        />
      ))}
    </>
  );
}
