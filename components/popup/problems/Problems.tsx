import { useMemo } from "preact/hooks";
import { plural, t } from "../../../utils/copy/i18n.ts";
import { problemsView } from "../../../utils/screen/problems/problems-view.ts";
import { suspectedText } from "../../../utils/screen/problems/suspected-text.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { SnoozedList } from "../quiet/SnoozedList.tsx";
import { AcknowledgedList } from "./AcknowledgedList.tsx";
import { Foldable } from "./Foldable.tsx";
import { elementId } from "./find-linked.ts";
import type { LinkedProblem } from "./linked-problem.ts";
import { Notices } from "./Notices.tsx";
import type { CardProps } from "./ProblemCard.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { Suspected } from "./Suspected.tsx";
import { useAcknowledging } from "./use-acknowledging.ts";
import { useOpenRows } from "./use-open-rows.ts";

export { problemsView, toldOf } from "../../../utils/screen/problems/problems-view.ts";

interface Props extends Pick<CardProps, "headline" | "onReplaced"> {
  accounts: readonly StoredAccount[];
  /** The one that the popup was opened for. */
  asked: LinkedProblem | null;
}

/** What is wrong, worst first; then what is worth a look, what is looked at again, and what is meant to be so. */
export function Problems({ accounts, asked, headline, onReplaced }: Props) {
  const view = useMemo(() => problemsView(accounts, Date.now()), [accounts]);
  const [said, marking] = useAcknowledging(view);
  const { isOver, rows } = useOpenRows(asked, view, accounts);
  const { cards, mendings, notices, suspected, acknowledged, snoozed } = view;
  const ofCards = { headline, onReplaced, marking, rows, withAccount: accounts.length > 1 };
  const inDoubt = suspectedText(suspected);
  const expectedCount = acknowledged.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = [cards, mendings, suspected, snoozed].reduce(
    (sum, { length }) => sum + length,
    expectedCount,
  );
  const isEmpty = shown === 0 && notices === null;
  return (
    <>
      <p role="status" class={isOver && said === "" ? "over muted" : "visually-hidden"}>
        {isOver && said === "" ? t("problems.over") : said}
      </p>
      {!isEmpty && (
        <section class="problems" aria-labelledby="problems-heading">
          <h2 id="problems-heading" class="visually-hidden">
            {t("problems.heading")}
          </h2>
          <ProblemList cards={cards} mendings={mendings} {...ofCards} />
          {inDoubt && (
            <Suspected suspected={inDoubt} idOf={(at) => suspected[at] && elementId(suspected[at])} />
          )}
          {notices && <Notices looks={notices} {...ofCards} />}
          {snoozed.length > 0 && <SnoozedList snoozed={snoozed} {...ofCards} />}
          {expectedCount > 0 && (
            <Foldable icon="check" title={plural("problems.expected", expectedCount)}>
              {(wasOpened) => wasOpened && <AcknowledgedList expected={acknowledged} {...ofCards} />}
            </Foldable>
          )}
        </section>
      )}
    </>
  );
}
