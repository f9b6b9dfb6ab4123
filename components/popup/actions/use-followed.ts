import { useLayoutEffect, useReducer } from "preact/hooks";

/**
 * Draws again each time that something calls back.
 * @param follow begins that, and returns what ends it
 * @param what tells apart what is followed
 */
export function useFollowed(follow: (listener: () => void) => () => void, what: string): void {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => follow(() => drawAgain(undefined)), [what]);
}
