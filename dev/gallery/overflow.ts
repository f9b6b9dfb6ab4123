interface Page {
  evaluate(inPage: () => number): Promise<number>;
}

/** Says so when a page has to be scrolled sideways. */
export async function overflow(page: Page): Promise<string[]> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [`is ${excess} px too wide`] : [];
}
