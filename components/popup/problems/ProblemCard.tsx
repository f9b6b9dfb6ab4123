import { t } from "../../../utils/copy/i18n.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Card } from "../../../utils/screen/problems/fix.ts";
import { isOpenAtFirst, problemRow } from "../../../utils/screen/problems/problem-row.ts";
import { elementId } from "./find-linked.ts";
import { GroupMembers } from "./GroupMembers.tsx";
import { ProblemRest } from "./ProblemRest.tsx";
import { type OpenRows, ProblemRow } from "./ProblemRow.tsx";
import type { Acknowledging } from "./use-acknowledging.ts";

/** What all cards of a popup have alike. */
export interface CardProps {
  /** Whether it has to be told whose problem it is. */
  withAccount: boolean;
  /** What stands above all problems: a card that says the same does not show it again. */
  headline: string;
  marking: Acknowledging;
  rows: OpenRows;
  onReplaced: (account: Account) => void;
}

/** One problem, or several of one kind: a row, what it opens for, and what rests on it. */
export function ProblemCard({
  card,
  isFirst = false,
  ...ofCards
}: CardProps & { card: Card; isFirst?: boolean }) {
  const { withAccount, headline, marking, rows, onReplaced } = ofCards;
  const row = problemRow(card, headline, withAccount);
  const { button } = row;
  return (
    <ProblemRow
      id={elementId(card)}
      rowKey={card.id}
      look={card.level}
      row={row}
      isFirst={isFirst}
      isOpenAtFirst={card.fix.mending !== null && isOpenAtFirst(card.fix.mending)}
      rows={rows}
      marking={marking}
    >
      {(isReplacingKey) => (
        <>
          <ProblemRest
            card={card}
            withAccount={withAccount}
            marking={marking}
            onReplaced={onReplaced}
            shown={button?.does === "act" ? button.button : null}
            isReplacingKey={isReplacingKey}
          />
          {card.members && <GroupMembers members={card.members} marking={marking} />}
          <Effects effects={card.effects} {...ofCards} />
        </>
      )}
    </ProblemRow>
  );
}

/** What rests on a broken connection, inside the row of that. */
export function Effects({ effects, ...ofCards }: CardProps & { effects: readonly Card[] }) {
  if (effects.length === 0) return null;
  return (
    <div class="effects">
      <p class="muted small">{t("problems.effects")}</p>
      {effects.map((card) => (
        <ProblemCard key={card.id} card={card} {...ofCards} />
      ))}
    </div>
  );
}
