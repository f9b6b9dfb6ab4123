import { plural, t } from "../../../utils/copy/i18n.ts";
import { AcknowledgingButton } from "./AcknowledgingButton.tsx";
import { bulkAcknowledgeMessage } from "./acknowledging.ts";
import type { BulkAcknowledgement } from "./bulk-acknowledge.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

/** Asked once, after the first check: most notices of it are about calendars that are as they should be. */
export function BulkAcknowledgeLine({
  offer,
  marking,
}: {
  offer: BulkAcknowledgement;
  marking: Acknowledging;
}) {
  const id = `offer-${offer.account.id}`;
  return (
    <div class="offer goes">
      <p id={id}>{offer.text}</p>
      <div class="buttons">
        <AcknowledgingButton
          marking={marking}
          messages={() => [bulkAcknowledgeMessage(offer, true)]}
          done={plural("expected.allMarked", offer.findings.length)}
          describedBy={id}
        >
          {t("expected.offerYes")}
        </AcknowledgingButton>
        <AcknowledgingButton
          marking={marking}
          messages={() => [bulkAcknowledgeMessage(offer, false)]}
          done={t("expected.offerLeft")}
          look="quiet"
          describedBy={id}
        >
          {t("expected.offerNo")}
        </AcknowledgingButton>
      </div>
    </div>
  );
}
