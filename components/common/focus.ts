import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Gives the focus back to what opened something, once that is closed again: it is gone from the page meanwhile, and
 * without this the person would have to start at the top.
 */
export function useReturnedFocus<T extends HTMLElement>(isOpen: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isNowhere()) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}

/** What had the focus is gone, and nothing else has taken it since. */
function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Takes the focus to an element once something holds: what had it is gone, and the person would be nowhere. */
export function useFocusWhen<T extends HTMLElement>(holds: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (holds) element.current?.focus();
  }, [holds]);
  return element;
}
