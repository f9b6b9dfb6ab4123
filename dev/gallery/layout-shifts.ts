import type { Page } from "puppeteer-core";

type Watched = { layoutShifts?: number };
type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Has every document that the page loads from now on add up what moves in it by itself. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const watched = globalThis as Watched;
    watched.layoutShifts = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as LayoutShift[])
        if (!shift.hadRecentInput) watched.layoutShifts = (watched.layoutShifts ?? 0) + shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Says so when something moved between navigation and now. */
export async function shifts(page: Page): Promise<string[]> {
  const sum = await page.evaluate(() => (globalThis as Watched).layoutShifts ?? 0);
  return sum > 0 ? [`has layout shifts of ${sum.toFixed(4)} together`] : [];
}
