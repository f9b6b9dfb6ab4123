// WHY [not from wxt/browser]: with that comes a library, and this runs before the first painting. Firefox has this name as well.
type WithChrome = { chrome: { extension: { getViews(which: { type: "popup" }): readonly unknown[] } } };

/**
 * Says to the style sheets that a page is in a tab, and not in the small window under the toolbar button. At once, as every other way to
 * find that out answers after the first painting.
 */
export function noteWhereShown(): void {
  const { chrome } = globalThis as unknown as WithChrome;
  const popups = chrome.extension.getViews({ type: "popup" });
  if (!popups.includes(globalThis.window)) document.documentElement.classList.add("in-tab");
}
