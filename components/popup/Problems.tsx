import type { Account } from "../../utils/store/account.ts";
import { plural, t } from "../../utils/words.ts";
import { Icon } from "../common/Icon.tsx";
import { Fold } from "./Fold.tsx";
import { Lines } from "./Lines.tsx";
import type { ProblemsView } from "./model/problems.ts";
import { ProblemCard } from "./ProblemCard.tsx";
import "./problems.css";

interface Props {
  view: ProblemsView;
  /** Whether it has to be told whose problem each is. */
  withAccount: boolean;
  headline: string;
  onReplaced: (account: Account) => void;
}

/** What is wrong, worst first; then what is worth a look, what is looked at again, and what is meant to be so. */
export function Problems({ view, ...ofCards }: Props) {
  const { cards, looks, suspected, expected } = view;
  if (cards.length + suspected.length + expected.length === 0 && looks === null) return null;
  return (
    <section class="problems" aria-labelledby="problems-heading">
      <h2 id="problems-heading" class="heard">
        {t("problems.heading")}
      </h2>
      {cards.map((card) => (
        <ProblemCard key={card.id} card={card} {...ofCards} />
      ))}
      {suspected.length > 0 && (
        <div class="suspected">
          <h3>
            <Icon name="again" />
            {t("problems.suspected")}
          </h3>
          <Lines lines={suspected} />
        </div>
      )}
      {looks && (
        <Fold icon="notice" title={looks.title}>
          {looks.cards.map((card) => (
            <ProblemCard key={card.id} card={card} {...ofCards} />
          ))}
        </Fold>
      )}
      {expected.length > 0 && (
        <Fold icon="check" title={plural("problems.expected", expected.length)}>
          <Lines lines={expected} />
        </Fold>
      )}
    </section>
  );
}
