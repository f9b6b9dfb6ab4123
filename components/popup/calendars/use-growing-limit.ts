import { useEffect, useReducer, useRef } from "preact/hooks";

/** More than fits on the popup's first screen. */
const FIRST = 40;
/** Small enough that drawing them is not felt. */
const STEP = 60;

/**
 * How many rows to draw: a screenful at once, the rest bit by bit while the browser has nothing else to do.
 * A longer query needs no new start, since most rows that it leaves are drawn already.
 */
export function useGrowingLimit(query: string, total: number): number {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const grown = useRef({ query, limit: FIRST });
  if (!query.startsWith(grown.current.query)) grown.current.limit = FIRST;
  grown.current.query = query;
  const { limit } = grown.current;

  useEffect(() => {
    if (limit >= total) return;
    const grow = () => {
      grown.current.limit += STEP;
      drawAgain(undefined);
    };
    const id = requestIdleCallback(grow, { timeout: 100 });
    return () => cancelIdleCallback(id);
  });
  return limit;
}
