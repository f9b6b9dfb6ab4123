import type { AccountView } from "../../../utils/screen/calendars/list.ts";

/** The name of one of several accounts, which is what to find one's way by. */
export function AccountHead({ account: { name, place } }: { account: Pick<AccountView, "name" | "place"> }) {
  return (
    <h2 class="account-head">
      <span class="cut" title={name}>
        {name}
      </span>
      <span class="cut muted small" title={place}>
        {place}
      </span>
    </h2>
  );
}
