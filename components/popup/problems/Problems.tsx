import { useEffect, useMemo, useState } from "preact/hooks";
import { plural, t } from "../../../utils/copy/i18n.ts";
import { connectionKey } from "../../../utils/core/model/subject.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { Icon } from "../../common/Icon.tsx";
import { LazyPart } from "../../common/lazy.tsx";
import { mendingPart } from "../mending/steps-part.ts";
import { SnoozedList } from "../quiet/SnoozedList.tsx";
import { AcknowledgeButton } from "./AcknowledgeButton.tsx";
import { AcknowledgedList } from "./AcknowledgedList.tsx";
import { Foldable } from "./Foldable.tsx";
import { elementId, findLinked, type LinkedPlace } from "./find-linked.ts";
import type { Line } from "./fix.ts";
import { forgetLinkedProblem, type LinkedProblem } from "./linked-problem.ts";
import { Notices } from "./Notices.tsx";
import { type CardProps, ProblemCard } from "./ProblemCard.tsx";
import { type ProblemsView, problemsView } from "./problems-view.ts";
import { type Acknowledging, useAcknowledging } from "./use-acknowledging.ts";
import "./fix.css";
import "./problems.css";

interface Props extends Pick<CardProps, "headline" | "onReplaced"> {
  accounts: readonly StoredAccount[];
  /** The one that the popup was opened for. */
  asked: LinkedProblem | null;
}

/** What is wrong, worst first; then what is worth a look, what is looked at again, and what is meant to be so. */
export function Problems({ accounts, asked, headline, onReplaced }: Props) {
  const view = useMemo(() => problemsView(accounts, Date.now()), [accounts]);
  const [said, marking] = useAcknowledging(view);
  const isOver = useShown(asked, view, accounts);
  const { cards, mendings, notices, suspected, acknowledged, snoozed } = view;
  const firstWarning = cards.findIndex(({ level }) => level !== "error");
  const errors = firstWarning < 0 ? cards : cards.slice(0, firstWarning);
  const ofCards = { headline, onReplaced, marking, withAccount: accounts.length > 1 };
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
          {errors.map((card) => (
            <ProblemCard key={card.id} card={card} {...ofCards} />
          ))}
          {mendings.map((mending) => (
            <LazyPart
              key={`${mending.context.account.id} ${connectionKey(mending.connection)}`}
              part={mendingPart}
              draw={({ MendingCard }) => <MendingCard mending={mending} {...ofCards} />}
            />
          ))}
          {cards.slice(errors.length).map((card) => (
            <ProblemCard key={card.id} card={card} {...ofCards} />
          ))}
          {suspected.length > 0 && <Suspected lines={suspected} marking={marking} />}
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

const SHOWN = 5;

/** What is looked at again, the first few of it: it is over or a problem in a minute. */
function Suspected({ lines, marking }: { lines: readonly Line[]; marking: Acknowledging }) {
  const more = lines.length - SHOWN;
  return (
    <div class="suspected">
      <h3 tabIndex={-1}>
        <Icon name="again" />
        {t("problems.suspected")}
      </h3>
      {lines.slice(0, SHOWN).map((line) => (
        <SuspectedLine key={line.id} line={line} marking={marking} />
      ))}
      {more > 0 && <p class="more muted">{plural("problems.suspectedMore", more)}</p>}
    </div>
  );
}

function SuspectedLine({ line, marking }: { line: Line; marking: Acknowledging }) {
  const id = elementId(line);
  return (
    <div id={id} class="line" data-leaving>
      <p id={`${id}-what`} class="muted">
        {line.text}
      </p>
      <AcknowledgeButton markable={line} marking={marking} describedBy={`${id}-what`} />
    </div>
  );
}

/** What was done with: it outlives the list, which makes way for other things. */
const done = new WeakSet<LinkedProblem>();

/** Long enough to be seen, short enough not to be in the way. */
const OUTLINED_MS = 3_000;

/**
 * Shows the problem that the popup was opened for: unfolds what it is in, brings it into view, takes the focus there and
 * outlines it for a moment.
 * @returns whether what was asked for last is no longer the case
 */
function useShown(
  asked: LinkedProblem | null,
  view: ProblemsView,
  accounts: readonly StoredAccount[],
): boolean {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    if (asked === null || done.has(asked)) return;
    done.add(asked);
    forgetLinkedProblem();
    const element = elementOf(findLinked(view, accounts, asked.ref));
    setOver(element === null);
    if (element) bringUp(element);
  }, [asked, view, accounts]);

  return isOver;
}

function elementOf(found: LinkedPlace | null): HTMLElement | null {
  if (found === null) return null;
  if (found.place === "expected") return document.querySelector<HTMLElement>(".fold-check");
  if (found.place === "snoozed") return document.querySelector<HTMLElement>(".snoozed-problems");
  // Not every suspicion has a line of its own.
  return document.getElementById(elementId(found.markable)) ?? document.querySelector(".suspected");
}

function bringUp(element: HTMLElement): void {
  const fold = element.closest("details");
  if (fold) fold.open = true;
  element.scrollIntoView({ block: "center" });
  element.querySelector<HTMLElement>("h3, summary, button")?.focus({ preventScroll: true });
  element.classList.add("outlined");
  setTimeout(() => element.classList.remove("outlined"), OUTLINED_MS);
}
