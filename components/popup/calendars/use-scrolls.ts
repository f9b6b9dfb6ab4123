import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * Tells whether an element scrolls. One that does has to be reachable by keyboard, or what is further down can't be read
 * without a mouse; one that does not is no place to stop at.
 * @param content what the element's height depends on
 */
export function useScrolls<T extends HTMLElement>(content: unknown): [RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = element.current ?? {};
    setScrolls(scrollHeight > clientHeight);
  }, [content]);
  return [element, scrolls];
}
