/** What one opening of a popup came to, all but `heap` and `script` told by the page itself. */
export interface Reading {
  /** First contentful paint, in ms after the navigation began. */
  paint: number;
  /** When the first screenful of rows had been painted, in ms after the navigation began. */
  list: number;
  /** Time in scripts until then, in ms. */
  script: number;
  /** What scripts hold then, in bytes, after a collection. */
  heap: number;
  /** Elements in the document then. */
  elements: number;
}

/** What is waited for: so many elements of that kind. */
export interface Awaited {
  selector: string;
  count: number;
}

/** The page calls this function of the driver as soon as its list is painted. */
export const PAINTED = "benchPainted";

/**
 * A script for the very begin of a page. It watches for the rows, and notes the time in the first task after the frame that
 * they are painted in: a second frame would round everything up to the next one.
 */
export function stampSource(awaited: Awaited): string {
  return `(${watch})(${JSON.stringify(awaited)}, ${JSON.stringify(PAINTED)})`;
}

/** Runs in the page. */
function watch({ selector, count }: Awaited, painted: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll(selector).length < count) return;
    observer.disconnect();
    const elements = document.querySelectorAll("*").length;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const list = performance.now();
        const tell = (globalThis as unknown as Record<string, (text: string) => void>)[painted];
        tell?.(JSON.stringify({ list, elements }));
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}
