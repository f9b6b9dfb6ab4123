import { plural, t } from "../../../utils/copy/i18n.ts";
import { AcknowledgingButton } from "./AcknowledgingButton.tsx";
import { acknowledgeAllMessages } from "./acknowledging.ts";
import { BulkAcknowledgeLine } from "./BulkAcknowledgeLine.tsx";
import { Fold } from "./Fold.tsx";
import { type CardProps, ProblemCard } from "./ProblemCard.tsx";
import type { ProblemsView } from "./problems-view.ts";

/** What is only worth a look, folded; and the question whether it is meant so. */
export function Notices({
  looks: { title, cards, offers },
  ...ofCards
}: CardProps & { looks: NonNullable<ProblemsView["looks"]> }) {
  const { marking } = ofCards;
  const all = offers.length === 0 ? acknowledgeAllMessages(cards) : [];
  return (
    <div class="looks goes">
      <Fold icon="notice" title={title}>
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
                  done={plural("expected.allMarked", all.flatMap(({ findings }) => findings).length)}
                >
                  {t("expected.markAll")}
                </AcknowledgingButton>
              </div>
            )}
          </>
        )}
      </Fold>
      {offers.map((offer) => (
        <BulkAcknowledgeLine key={offer.account.id} offer={offer} marking={marking} />
      ))}
    </div>
  );
}
