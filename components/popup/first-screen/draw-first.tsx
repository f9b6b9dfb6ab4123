import { SCREEN } from "../../../utils/core/model/records.ts";
import { isPlaceKept } from "../../../utils/pages/place-kept.ts";
import { type Here, screenNow } from "../../../utils/screen/screen-record.ts";
import { keepEarlyDeeds } from "./early-deeds.ts";
import { FIRST } from "./end-first-screen.ts";
import { FirstScreen } from "./FirstScreen.tsx";
import { speakWith } from "./kept-words.ts";
import { toNodes } from "./to-node.ts";

// WHY [not from wxt/browser]: with that comes a library. Firefox has this name as well, and answers it as Chrome does.
type WithChrome = {
  chrome: {
    i18n: { getUILanguage(): string };
    storage: { local: { get(name: string, answer: (records: Record<string, unknown>) => void): void } };
  };
};

/**
 * Draws what the worker has kept for this moment, before anything is loaded: one read of a few kB, whatever is stored. Where it is not
 * what would be drawn now, nothing is drawn, and the page starts as if there were none.
 * @returns whether it was drawn, once it is
 */
export function drawFirst(app: HTMLElement): Promise<boolean> {
  const { chrome } = globalThis as unknown as WithChrome;
  return new Promise((resolve) => {
    chrome.storage.local.get(SCREEN, (records) => {
      const drawn = screenNow(records?.[SCREEN], here());
      // A problem that it is opened for, and where in the list it was a moment ago, are not among it.
      if (drawn === null || app.hasChildNodes() || location.hash !== "" || isPlaceKept(Date.now()))
        return resolve(false);
      const { said, screen } = drawn;
      document.documentElement.lang = said.language;
      document.documentElement.dir = said.direction;
      speakWith(said);
      keepEarlyDeeds(app);
      const nodes = toNodes(<FirstScreen screen={screen} />) as Element[];
      for (const node of nodes) node.setAttribute(FIRST, "");
      app.append(...nodes);
      resolve(true);
    });
  });
}

function here(): Here {
  const { chrome } = globalThis as unknown as WithChrome;
  const at = Date.now();
  return { at, utcOffset: -new Date(at).getTimezoneOffset(), language: chrome.i18n.getUILanguage() };
}
