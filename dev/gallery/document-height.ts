import type { Page } from "puppeteer-core";

/** What may be free below the last thing that is drawn, in px of usual text. */
const MARGIN = 48;

/**
 * Says so when a document is not as high as what is in it: a browser makes a popup as high as the document is. The window
 * has to be as high, too: in a lower one, what stays at its end is drawn further up.
 */
export async function documentHeight(page: Page, textPercent: number): Promise<string[]> {
  const { height, isWhole, lowest, scrolling } = await page.evaluate(() => {
    const drawn = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
    const inner = drawn.filter((one) => {
      const { overflowY } = getComputedStyle(one);
      const scrolls = overflowY === "auto" || overflowY === "scroll";
      return scrolls && one.scrollHeight > one.clientHeight + 1 && !one.matches("textarea, select, pre");
    });
    const leaves = drawn.filter((one) => one.childElementCount === 0);
    return {
      height: document.documentElement.scrollHeight,
      isWhole: innerHeight >= document.documentElement.scrollHeight,
      lowest: Math.max(0, ...leaves.map((one) => one.getBoundingClientRect().bottom + scrollY)),
      scrolling: inner.map((one) => `${one.localName}.${one.className}`),
    };
  });
  // Only of very long documents is there no window that high.
  const free = isWhole ? height - lowest : 0;
  return [
    ...scrolling.map((name) => `hides a part that only scrolls inside ${name}`),
    ...(free > (MARGIN * textPercent) / 100 ? [`ends ${Math.round(free)} px below what is drawn`] : []),
    ...(free < -1 ? [`ends ${Math.round(-free)} px before what is drawn`] : []),
  ];
}
