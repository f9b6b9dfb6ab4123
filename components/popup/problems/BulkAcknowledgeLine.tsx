import { plural, t } from "../../../utils/copy/i18n.ts";
import { MarkingButton } from "./AcknowledgingButton.tsx";
import { offerMessage } from "./acknowledging.ts";
import type { Offer } from "./bulk-acknowledge.ts";
import type { Marking } from "./use-acknowledging.ts";

/** Asked once, after the first check: most notices of it are about calendars that are as they should be. */
export function OfferLine({ offer, marking }: { offer: Offer; marking: Marking }) {
  const id = `offer-${offer.account.id}`;
  return (
    <div class="offer goes">
      <p id={id}>{offer.text}</p>
      <div class="buttons">
        <MarkingButton
          marking={marking}
          messages={() => [offerMessage(offer, true)]}
          done={plural("expected.allMarked", offer.findings.length)}
          describedBy={id}
        >
          {t("expected.offerYes")}
        </MarkingButton>
        <MarkingButton
          marking={marking}
          messages={() => [offerMessage(offer, false)]}
          done={t("expected.offerLeft")}
          look="quiet"
          describedBy={id}
        >
          {t("expected.offerNo")}
        </MarkingButton>
      </div>
    </div>
  );
}
