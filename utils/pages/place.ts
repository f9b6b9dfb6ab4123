import { browser } from "wxt/browser";
import { fitting } from "../core/fitting.ts";
import { PLACE, type Place } from "../core/model/records.ts";
import { MINUTE } from "../core/time.ts";
import { send } from "../messaging/send.ts";
import { notePlaceKept } from "./place-kept.ts";

/** For this long it is the same look at the list; later one starts at its top. */
const KEPT_MS = 5 * MINUTE;
/** Once somebody has stopped typing or scrolling. */
const SETTLED_MS = 300;

type Spot = Pick<Place, "filter" | "scroll">;

const START: Spot = { filter: "", scroll: 0 };
let spot = START;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads where in its list the popup was when it was last open, if that is not long ago. To be called before it is drawn. */
export async function openPlace(): Promise<void> {
  const { [PLACE]: raw } = await browser.storage.session
    .get(PLACE)
    .catch((): Record<string, unknown> => ({}));
  const place = placeIn(raw);
  if (place.at <= Date.now() && Date.now() - place.at < KEPT_MS) spot = place;
}

/** Where the popup is in its list, here or when it was last open. */
export function placeNow(): Spot {
  return spot;
}

/** Keeps a change of it, once it has settled. */
export function keepPlace(change: Partial<Spot>): void {
  spot = { ...spot, ...change };
  clearTimeout(timer);
  const { filter, scroll } = spot;
  // Where it can't be kept, the list is at its top the next time.
  timer = setTimeout(() => {
    notePlaceKept(filter === "" && scroll === 0 ? 0 : Date.now() + KEPT_MS);
    send({ type: "keep-place", filter, scroll }).catch(() => {});
  }, SETTLED_MS);
}

/** What is left of a stored place; of when it was nothing is kept that is not known. */
export function placeIn(raw: unknown): Place {
  return fitting(raw, { at: 0, ...START });
}
