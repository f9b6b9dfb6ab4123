import { plural, t } from "../../../utils/copy/i18n.ts";
import type { Card, MendingWithEffects } from "../../../utils/screen/problems/fix.ts";
import { AT_MOST, FIRST } from "../../../utils/screen/problems/how-many.ts";
import { Icon } from "../../common/Icon.tsx";
import { useGrowingLimit } from "../calendars/use-growing-limit.ts";
import { MendingCard } from "./MendingCard.tsx";
import { type CardProps, ProblemCard } from "./ProblemCard.tsx";

interface Props extends CardProps {
  cards: readonly Card[];
  mendings: readonly MendingWithEffects[];
}

type Entry = { card: Card } | { mending: MendingWithEffects };

/** What is wrong, worst first, as one list of rows. */
export function ProblemList({ cards, mendings, ...ofCards }: Props) {
  const { rows } = ofCards;
  const entries = inOrder(cards, mendings);
  const isAllShown = entries.length <= AT_MOST || rows.isAllShown;
  const limit = useGrowingLimit("", entries.length);
  if (entries.length === 0) return null;
  const worst = cards[0]?.level ?? "mending";
  return (
    <div class={`problem-list problem-list-${worst}`}>
      {entries
        .slice(0, isAllShown ? limit : FIRST)
        .map((entry, index) =>
          "card" in entry ? (
            <ProblemCard key={entry.card.id} card={entry.card} isFirst={index === 0} {...ofCards} />
          ) : (
            <MendingCard
              key={entry.mending.elementId}
              mending={entry.mending}
              isFirst={index === 0}
              {...ofCards}
            />
          ),
        )}
      {entries.length > AT_MOST && (
        <button
          type="button"
          class="more-problems"
          aria-expanded={isAllShown}
          onClick={() => rows.showAll(!isAllShown)}
        >
          {isAllShown ? t("problems.fewer") : plural("problems.moreProblems", entries.length - FIRST)}
          <Icon name="chevron" />
        </button>
      )}
    </div>
  );
}

/** What works again comes after what is broken, and before what is less. */
function inOrder(cards: readonly Card[], mendings: readonly MendingWithEffects[]): Entry[] {
  const isError = ({ level }: Card) => level === "error";
  return [
    ...cards.filter(isError).map((card) => ({ card })),
    ...mendings.map((mending) => ({ mending })),
    ...cards.filter((card) => !isError(card)).map((card) => ({ card })),
  ];
}
