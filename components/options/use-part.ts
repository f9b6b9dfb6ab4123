import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { type Part, partOf, partsWith } from "./parts.ts";

/**
 * The part that the address asks for, also when it is gone back to.
 * @returns `turn` grows with each one that is chosen, also with the same one again
 */
export function usePart(accounts: number): { part: Part; turn: number } {
  const [{ hash, turn }, setAsked] = useState({ hash: location.hash, turn: 0 });
  useEffect(() => {
    const follow = () => setAsked((before) => ({ hash: location.hash, turn: before.turn + 1 }));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const asked = partOf(hash);
  const part = partsWith(accounts).includes(asked) ? asked : partOf("");
  useEffect(() => {
    document.title = t("options.partTitle", [t(`options.part.${part}`), t("options.title")]);
  }, [part]);
  return { part, turn };
}

/** Takes the focus to the heading of a part that was chosen, within the element that is returned. */
export function useFocusOnPart(turn: number): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const part = box.current;
    if (turn === 0 || part === null || focusHeading(part)) return;
    // It is loaded only now.
    const observer = new MutationObserver(() => focusHeading(part) && observer.disconnect());
    observer.observe(part, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [turn]);
  return box;
}

function focusHeading(part: HTMLElement): boolean {
  const heading = part.querySelector("h2");
  heading?.focus();
  return heading !== null;
}
