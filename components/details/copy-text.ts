/**
 * Puts the text of an element on the clipboard. Where the browser refuses that, the text is selected, so that it can be copied
 * by hand.
 * @returns whether it is on the clipboard
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    element.focus();
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
