import { useEffect, useState } from "preact/hooks";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { elementId, findLinked, type LinkedPlace } from "./find-linked.ts";
import { forgetLinkedProblem, type LinkedProblem } from "./linked-problem.ts";
import type { ProblemsView } from "./problems-view.ts";

/** What was done with: it outlives the list, which makes way for other things. */
const done = new WeakSet<LinkedProblem>();

/** Long enough to be seen, short enough not to be in the way. */
const OUTLINED_MS = 3_000;

/**
 * Shows the problem that the popup was opened for: unfolds what it is in, brings it into view, takes the focus there and
 * outlines it for a moment.
 * @returns whether what was asked for last is no longer the case
 */
export function useShown(
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
