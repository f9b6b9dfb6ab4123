import { plural, t } from "../../../utils/copy/i18n.ts";
import { MarkingButton } from "./AcknowledgingButton.tsx";
import { expectAllMessages } from "./acknowledging.ts";
import { OfferLine } from "./BulkAcknowledgeLine.tsx";
import { Fold } from "./Fold.tsx";
import { type CardProps, ProblemCard } from "./ProblemCard.tsx";
import type { ProblemsView } from "./problems-view.ts";

/** What is only worth a look, folded; and the question whether it is meant so. */
export function Looks({
  looks: { title, cards, offers },
  ...ofCards
}: CardProps & { looks: NonNullable<ProblemsView["looks"]> }) {
  const { marking } = ofCards;
  const all = offers.length === 0 ? expectAllMessages(cards) : [];
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
                <MarkingButton
                  marking={marking}
                  messages={() => all}
                  done={plural("expected.allMarked", all.flatMap(({ findings }) => findings).length)}
                >
                  {t("expected.markAll")}
                </MarkingButton>
              </div>
            )}
          </>
        )}
      </Fold>
      {offers.map((offer) => (
        <OfferLine key={offer.account.id} offer={offer} marking={marking} />
      ))}
    </div>
  );
}
