import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";
import type { Scene } from "./shoot.ts";

/** What can be counted on a page that is drawn. */
export interface Facts {
  /** Of the picture, in px. */
  width: number;
  height: number;
  /** Words that can be seen. */
  words: number;
  /** px from the top to the first connection with its calendars; null where there is none. */
  listTop: number | null;
  /** Rows or cards that each tell of a problem. */
  problems: number;
}

/** One picture, what is on it, and what is wrong with it. */
export interface Shot extends Facts {
  browser: BrowserName;
  page: Scene["page"] | "real popup";
  state: string;
  look: string;
  /** From the folder of the gallery. */
  file: string;
  /** A line each. */
  faults: string[];
}

/** Runs in the page. */
export function readFacts(): Facts {
  const first = document.querySelector("li.calendar");
  const begin = first?.closest("section") ?? first;
  // biome-ignore lint/performance/useDomNodeTextContent: words that nobody sees don't count
  const text = document.body.innerText.trim();
  return {
    width: innerWidth,
    height: innerHeight,
    words: text === "" ? 0 : text.split(/\s+/).length,
    listTop: begin ? Math.round(begin.getBoundingClientRect().top + scrollY) : null,
    problems: document.querySelectorAll(".problem").length,
  };
}
