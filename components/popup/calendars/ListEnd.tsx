import type { RefObject } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { LazyPart } from "../../common/lazy.tsx";
import { listEndPart } from "../lazy-parts.ts";
import { ListEndBar } from "./ListEndBar.tsx";

interface Props {
  accounts: readonly StoredAccount[];
  detailsButton: RefObject<HTMLButtonElement | null>;
  onDetails: () => void;
}

/** What is seldom wanted, below all calendars. Nobody starts there, so most of it is not among what is drawn first. */
export function ListEnd({ accounts, detailsButton, onDetails }: Props) {
  return (
    <ListEndBar>
      <button ref={detailsButton} type="button" class="button quiet small" onClick={onDetails}>
        {t("footer.copyDetails")}
      </button>
      <LazyPart
        part={listEndPart}
        draw={({ TestAll, RowFocus, Keyboard }) => (
          <>
            <TestAll accounts={accounts} />
            <RowFocus />
            <Keyboard />
          </>
        )}
      />
    </ListEndBar>
  );
}
