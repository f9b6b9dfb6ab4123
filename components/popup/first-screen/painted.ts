/**
 * Rather too soon than never: a page in the background paints nothing.
 *
 * WHY [a limit, and not whether it is hidden]: a popup is, until the browser shows it, which is right before it is painted.
 */
const LONGEST_MS = 250;

/** Once the page is on the screen. What runs before that would keep it from getting there. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    const observer = new PerformanceObserver((entries) => {
      if (entries.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
}
