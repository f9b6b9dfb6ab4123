import { useEffect, useRef, useState } from "preact/hooks";
import { type AskedProblem, forgetAskedProblem } from "../asked-problem.ts";
import { elementId, findAsked } from "../model/asked.ts";
import type { ProblemsView } from "../model/problems.ts";

/** Long enough to be seen, short enough not to be in the way. */
const OUTLINED_MS = 3_000;

/**
 * Shows the problem that the popup was opened for: unfolds what it is in, brings it into view, takes the focus there and
 * outlines it for a moment.
 * @returns whether what was asked for last is no longer the case
 */
export function useShown(asked: AskedProblem | null, view: ProblemsView): boolean {
  const done = useRef<AskedProblem | null>(null);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    if (asked === null || asked === done.current) return;
    done.current = asked;
    forgetAskedProblem();
    const element = elementOf(view, asked.ref);
    setOver(element === null);
    if (element) bringUp(element);
  }, [asked, view]);

  return isOver;
}

function elementOf(view: ProblemsView, ref: string): HTMLElement | null {
  const found = findAsked(view, ref);
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
