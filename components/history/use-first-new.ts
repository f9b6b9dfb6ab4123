import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Takes the focus to the first of the items that were added on request: the button that asked for them may be gone, and what
 * comes next is what to go on with.
 * @param limit how many items may be shown
 * @param items a selector of the items within the element
 */
export function useFirstNew<T extends HTMLElement>(limit: number, items: string): RefObject<T | null> {
  const element = useRef<T>(null);
  const before = useRef(limit);
  useEffect(() => {
    if (limit > before.current) {
      element.current?.querySelectorAll<HTMLElement>(items)[before.current]?.focus();
    }
    before.current = limit;
  }, [limit, items]);
  return element;
}
