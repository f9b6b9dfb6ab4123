import { useEffect, useMemo, useState } from "preact/hooks";
import type { Card } from "../../../utils/screen/problems/fix.ts";
import type { ProblemsView } from "../../../utils/screen/problems/problems-view.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { elementId, findLinked, type LinkedPlace } from "./find-linked.ts";
import { forgetLinkedProblem, type LinkedProblem } from "./linked-problem.ts";
import type { OpenRows } from "./ProblemRow.tsx";

/** What was done with: it outlives the list, which makes way for other things. */
const done = new WeakSet<LinkedProblem>();

/** Long enough to be seen, short enough not to be in the way. */
const OUTLINED_MS = 3_000;

/**
 * Which rows are open: those that the person opened, and the one that the popup was opened for, which is brought into view, takes
 * the focus and is outlined for a moment.
 * @returns also whether what was asked for last is no longer the case
 */
export function useOpenRows(
  asked: LinkedProblem | null,
  view: ProblemsView,
  accounts: readonly StoredAccount[],
): { isOver: boolean; rows: OpenRows } {
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isAllShown, showAll] = useState(false);
  const [isOver, setOver] = useState(false);
  const [toBringUp, bringUpNext] = useState<LinkedPlace | null>(null);

  useEffect(() => {
    if (asked === null || done.has(asked)) return;
    done.add(asked);
    forgetLinkedProblem();
    const found = findLinked(view, accounts, asked.ref);
    setOver(found === null);
    if (found?.place === "shown") {
      const keys = keysTo(view, found.markable.id);
      setOpen((before) => new Map([...before, ...keys.map((key) => [key, true] as const)]));
      showAll(true);
    }
    bringUpNext(found);
  }, [asked, view, accounts]);

  // Once what it stands in is drawn open.
  useEffect(() => {
    if (toBringUp === null) return;
    const element = elementOf(toBringUp);
    if (element) bringUp(element);
  }, [toBringUp]);

  const rows = useMemo(
    () => ({
      isOpen: (key: string, atFirst: boolean) => open.get(key) ?? atFirst,
      toggle: (key: string, isOpen: boolean) => setOpen((before) => new Map(before).set(key, isOpen)),
      isAllShown,
      showAll,
    }),
    [open, isAllShown],
  );
  return { isOver, rows };
}

/** A row, and those that it stands in. */
function keysTo({ cards, mendings }: ProblemsView, key: string): string[] {
  const isIn = ({ effects }: { effects: readonly Card[] }) => effects.some(({ id }) => id === key);
  const causes = cards.filter(isIn).map(({ id }) => id);
  const mended = mendings.filter(isIn).map((mending) => mending.elementId);
  return [...causes, ...mended, key];
}

function elementOf(found: LinkedPlace): HTMLElement | null {
  if (found.place === "expected") return document.querySelector<HTMLElement>(".fold-check");
  if (found.place === "snoozed") return document.querySelector<HTMLElement>(".snoozed-problems");
  const element = document.getElementById(elementId(found.markable));
  // Not every suspicion has a line of its own, and none has anything to go on from.
  return element?.closest<HTMLElement>(".suspected") ?? element ?? document.querySelector(".suspected");
}

function bringUp(element: HTMLElement): void {
  const fold = element.closest("details");
  if (fold) fold.open = true;
  element.scrollIntoView({ block: "center" });
  const stop = element.querySelector<HTMLElement>("h3[tabindex], .problem-opener, summary, button");
  (stop ?? element).focus({ preventScroll: true });
  element.classList.add("outlined");
  setTimeout(() => element.classList.remove("outlined"), OUTLINED_MS);
}
