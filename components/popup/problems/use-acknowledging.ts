import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** What buttons that mark something tell the list that they are in. */
export interface Acknowledging {
  /** One was pressed: what it stands in may be gone before it is answered. */
  begin(button: HTMLElement): void;
  /** It is done; @param sentence for those who hear the page */
  done(sentence: string): void;
}

/** Where the focus can go on from, in the order of the page. */
const STOPS = ".problems :is(h3[tabindex], summary, button, a)";

/**
 * Says what was marked, and takes the focus on to what comes next once the thing that had it is gone.
 * @param content what is drawn from
 */
export function useAcknowledging(content: unknown): [said: string, marking: Acknowledging] {
  const [said, say] = useState("");
  const begun = useRef<{ item: Element; ways: HTMLElement[] } | null>(null);

  useLayoutEffect(() => {
    if (!begun.current || begun.current.item.isConnected) return;
    const { ways } = begun.current;
    begun.current = null;
    // Someone who has gone on elsewhere meanwhile stays there.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    ways.find((way) => way.isConnected && way.checkVisibility())?.focus();
  }, [content]);

  return [
    said,
    {
      begin(button) {
        const item = button.closest("[data-leaving]");
        if (item) begun.current = { item, ways: waysOn(item) };
        say("");
      },
      done: say,
    },
  ];
}

function waysOn(item: Element): HTMLElement[] {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => !item.contains(stop) && item.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return [...stops, ...document.querySelectorAll<HTMLElement>("h1")];
}
