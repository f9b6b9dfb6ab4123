import { originPattern } from "../../../utils/browser/access.ts";
import { accountWho } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { requestAccess } from "../../../utils/pages/request-access.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { LazyPart } from "../../common/lazy.tsx";
import { formsPart } from "../../set-up/forms-part.ts";

interface Props {
  stored: StoredAccount;
  /** Whether it has to be told whose it is. */
  withAccount: boolean;
  onReplaced: (account: Account) => void;
}

/** What only the person can give, where an account can't be checked without it: the key, or the browser's permission. */
export function AccountFix({ stored: { account, state }, withAccount, onReplaced }: Props) {
  switch (state.lastFailure?.reason) {
    case "no-key":
      return (
        <section class="fix" aria-label={accountWho(account)}>
          <p>{t("problem.unreachable.consequence")}</p>
          <p class="muted cut">{accountWho(account)}</p>
          <LazyPart
            part={formsPart}
            draw={({ ReplaceKeyForm }) => <ReplaceKeyForm account={account} onReplaced={onReplaced} />}
          />
        </section>
      );
    case "no-permission":
      return (
        <div class="fix">
          <p>{t("problem.unreachable.consequence")}</p>
          {withAccount && <p class="muted cut">{accountWho(account)}</p>}
          <button
            type="button"
            class="button main"
            onClick={() => requestAccess(originPattern(account.apiUrl))}
          >
            {t("permission.allow", [new URL(account.apiUrl).host])}
          </button>
        </div>
      );
    default:
      return null;
  }
}
