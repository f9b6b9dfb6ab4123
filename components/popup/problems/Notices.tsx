import { useId } from "preact/hooks";
import { plural, t } from "../../../utils/copy/i18n.ts";
import type { BulkAcknowledgement } from "../../../utils/screen/problems/bulk-acknowledge.ts";
import type { ProblemsView } from "../../../utils/screen/problems/problems-view.ts";
import { AcknowledgingButton } from "./AcknowledgeButton.tsx";
import {
  acknowledgeAllMessages,
  bulkAcknowledgeMessage,
  unacknowledgeMessage,
  unacknowledgeOfferMessage,
} from "./acknowledging.ts";
import { Foldable } from "./Foldable.tsx";
import { Offer } from "./Offer.tsx";
import { type CardProps, ProblemCard } from "./ProblemCard.tsx";
import type { Acknowledging } from "./use-acknowledging.ts";

/** What is only worth a look, folded; and the question whether it is meant so. */
export function Notices({
  looks: { title, cards, offers },
  ...ofCards
}: CardProps & { looks: NonNullable<ProblemsView["notices"]> }) {
  const { marking } = ofCards;
  const all = offers.length === 0 ? acknowledgeAllMessages(cards) : [];
  return (
    <div class="looks" data-leaving>
      <Foldable icon="notice" title={title}>
        {() => (
          <>
            {cards.map((card) => (
              <ProblemCard key={card.id} card={card} {...ofCards} />
            ))}
            {all.length > 0 && (
              <div class="all">
                <AcknowledgingButton
                  marking={marking}
                  messages={() => all}
                  undo={cards.map(unacknowledgeMessage)}
                  done={plural("expected.allMarked", all.flatMap(({ findings }) => findings).length)}
                >
                  {t("expected.markAll")}
                </AcknowledgingButton>
              </div>
            )}
          </>
        )}
      </Foldable>
      {offers.length > 0 && <BulkAcknowledgeLine offers={offers} marking={marking} />}
    </div>
  );
}

/** Asked once, after the first check: most notices of it are about calendars that are as they should be. */
function BulkAcknowledgeLine({
  offers,
  marking,
}: {
  offers: readonly BulkAcknowledgement[];
  marking: Acknowledging;
}) {
  const id = useId();
  const count = offers.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <Offer id={id}>
      <AcknowledgingButton
        marking={marking}
        messages={() => offers.map((offer) => bulkAcknowledgeMessage(offer, true))}
        undo={offers.map(unacknowledgeOfferMessage)}
        done={plural("expected.allMarked", count)}
        describedBy={id}
      >
        {t("expected.offerYes")}
      </AcknowledgingButton>
      <AcknowledgingButton
        marking={marking}
        messages={() => offers.map((offer) => bulkAcknowledgeMessage(offer, false))}
        done={t("expected.offerLeft")}
        look="quiet"
        describedBy={id}
      >
        {t("expected.offerNo")}
      </AcknowledgingButton>
    </Offer>
  );
}
