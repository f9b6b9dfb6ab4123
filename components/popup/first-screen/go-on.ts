import { ALIVE } from "./early-deeds.ts";

/** What is still there with this mark once the library has gone on with the first screen is no part of the page any more. */
export const FIRST = "data-first";

/** Ends the first screen: what is left of it goes, and what was pressed meanwhile is done. To be called once the page is drawn. */
export function endFirstScreen(app: HTMLElement): void {
  for (const left of app.querySelectorAll(`:scope > [${FIRST}]`)) left.remove();
  app.dispatchEvent(new Event(ALIVE));
}

/** The classic script of the page tells here whether it has drawn a first screen. */
export interface FirstScreenGlobal {
  firstScreen?: Promise<boolean>;
}

/** Once there is a first screen and it is painted, or there is none. Rather too soon than never: a page in the background paints nothing. */
export async function firstScreenPainted(): Promise<void> {
  const isDrawn = await (globalThis as FirstScreenGlobal).firstScreen?.catch(() => false);
  if (isDrawn && !document.hidden) await Promise.race([painted(), passed(LONGEST_MS)]);
}

const LONGEST_MS = 250;

/** In the first task after the frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
