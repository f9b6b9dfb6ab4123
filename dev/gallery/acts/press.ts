import type { Page } from "puppeteer-core";

const MEANT = "data-meant";

/**
 * Presses the button that is called so, alone or with what it is about. What stands in the row of a problem that is closed is
 * looked for there.
 */
export function press(name: string) {
  return async (page: Page) => {
    await page.waitForFunction(mark, {}, name, MEANT);
    await page.click(`[${MEANT}]`);
  };
}

/** Runs in the page: marks the button that is meant; false while there is none, and opens a row that it may be in. */
function mark(name: string, meant: string): boolean {
  for (const old of document.querySelectorAll(`[${meant}]`)) old.removeAttribute(meant);
  const called = (control: Element) =>
    control.getAttribute("aria-label") ?? (control.textContent ?? "").trim();
  const shown = [...document.querySelectorAll("button, a.button, summary")].filter((one) =>
    one.checkVisibility(),
  );
  const found =
    shown.find((one) => called(one) === name) ?? shown.find((one) => called(one).startsWith(`${name}, `));
  found?.setAttribute(meant, "");
  if (!found) document.querySelector<HTMLElement>(".problem-opener[aria-expanded=false]")?.click();
  return found !== undefined;
}
