import { ALIVE } from "./early-deeds.ts";

/** What still has this mark once the library has gone on with the first screen is no part of the page any more. */
export const FIRST = "data-first";

/** Ends the first screen: what is left of it goes, and what was pressed meanwhile is done. To be called once the page is drawn. */
export function endFirstScreen(app: HTMLElement): void {
  for (const left of app.querySelectorAll(`:scope > [${FIRST}]`)) left.remove();
  app.dispatchEvent(new Event(ALIVE));
}
