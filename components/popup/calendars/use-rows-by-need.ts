import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { STEP, useGrowing, useLimit } from "./use-growing-limit.ts";
import { ALL_ROWS } from "./whole-list.ts";

/** So many are drawn without being asked for: the browser's own find and screen readers have all of most lists. */
const UNASKED = 300;
/** So far before its end a list is gone on with, in px: further than one wheel turn leads. */
const BEFORE_END = 1_500;
/** Roughly what a row takes, in px: the page is as long as it will be. */
const ROW_HEIGHT = 32;

/**
 * How many calendars to draw: a screenful at once, a few hundred bit by bit, and of a longer list what comes near to the window, or is
 * asked for.
 * @returns also what stands for the rest
 */
export function useRowsByNeed(
  query: string,
  total: number,
): { limit: number; rest: RefObject<HTMLDivElement | null> } {
  const grown = useLimit(query);
  const { limit, growBy } = grown;
  const rest = useRef<HTMLDivElement>(null);
  useGrowing(grown, Math.min(total, UNASKED));

  useLayoutEffect(() => {
    if (rest.current) rest.current.style.blockSize = `${(total - limit) * ROW_HEIGHT}px`;
  });

  useEffect(() => {
    const element = rest.current;
    if (!element || limit < UNASKED) return;
    const near = new IntersectionObserver(
      (entries) => {
        // The further down, the more at a time: who jumps to the end waits for all before it.
        if (entries.some(({ isIntersecting }) => isIntersecting)) growBy(Math.max(STEP, limit / 4));
      },
      { rootMargin: `${BEFORE_END}px 0px` },
    );
    near.observe(element);
    return () => near.disconnect();
  });

  useEffect(() => {
    const grow = () => growBy(total);
    document.addEventListener(ALL_ROWS, grow);
    return () => document.removeEventListener(ALL_ROWS, grow);
  });
  return { limit, rest };
}
