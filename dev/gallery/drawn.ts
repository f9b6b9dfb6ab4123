interface Page {
  evaluate(inPage: (ms: number) => Promise<void>, ms: number): Promise<void>;
}

/** Longer than it takes to load the next part of a page from the disk. */
const QUIET_MS = 250;

/** Waits until nothing more is drawn: some parts of the pages, and of long lists, come after the rest, and nothing tells of it. */
export function untilDrawn(page: Page): Promise<void> {
  return page.evaluate(
    (quietMs) =>
      new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        if (document.querySelector("[data-first]") === null) timer = setTimeout(done, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          // What is drawn first is only that until it is gone on with.
          if (document.querySelector("[data-first]") === null) timer = setTimeout(done, quietMs);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        function done(): void {
          observer.disconnect();
          resolve();
        }
      }),
    QUIET_MS,
  );
}
