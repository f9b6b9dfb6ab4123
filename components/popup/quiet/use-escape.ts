import { useEffect } from "preact/hooks";
import { isEscape } from "../../common/escape.ts";

/** Closes what is open at the key that people close things with. */
export function useEscape(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isEscape(event)) return;
      // The browser closes the whole popup at this key unless the page makes use of it.
      event.preventDefault();
      close();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isOpen]);
}
