import { useEffect, useReducer, useRef } from "preact/hooks";

/** More than fits on the popup's first screen. */
const FIRST = 40;
/** Small enough that drawing them is not felt. */
export const STEP = 60;

/** How many rows to draw, a screenful at first, and how to make it more. */
export interface Limit {
  limit: number;
  growBy(rows: number): void;
}

/** A longer query needs no new start, since most rows that it leaves are drawn already. */
export function useLimit(query: string): Limit {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const grown = useRef({ query, limit: FIRST });
  if (!query.startsWith(grown.current.query)) grown.current.limit = FIRST;
  grown.current.query = query;
  return {
    limit: grown.current.limit,
    growBy: (rows) => {
      grown.current.limit += rows;
      drawAgain(undefined);
    },
  };
}

/** How many rows to draw: a screenful at once, the rest bit by bit while the browser has nothing else to do. */
export function useGrowingLimit(query: string, total: number): number {
  const limit = useLimit(query);
  useGrowing(limit, total);
  return limit.limit;
}

/** Lets it grow while the browser has nothing else to do. */
export function useGrowing({ limit, growBy }: Limit, upTo: number): void {
  useEffect(() => {
    if (limit >= upTo) return;
    const id = requestIdleCallback(() => growBy(STEP), { timeout: 100 });
    return () => cancelIdleCallback(id);
  });
}
