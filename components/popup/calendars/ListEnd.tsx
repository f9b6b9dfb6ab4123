import type { RefObject } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { listEndPart } from "../later-parts.ts";

interface Props {
  accounts: readonly StoredAccount[];
  detailsButton: RefObject<HTMLButtonElement | null>;
  onDetails: () => void;
}

/** What is seldom wanted, below all calendars. */
export function ListEnd({ accounts, detailsButton, onDetails }: Props) {
  // Nobody starts there, so it need not be among what is drawn first.
  const part = listEndPart.useLoaded();
  return (
    <div class="list-end">
      <button ref={detailsButton} type="button" class="button quiet small" onClick={onDetails}>
        {t("footer.copyDetails")}
      </button>
      {part && <part.TestAll accounts={accounts} />}
      {part && <part.RowFocus />}
    </div>
  );
}
