import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Takes the focus to an element once something holds: what had it is gone, and the person would be nowhere. */
export function useFocusWhen<T extends HTMLElement>(holds: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (holds) element.current?.focus();
  }, [holds]);
  return element;
}
