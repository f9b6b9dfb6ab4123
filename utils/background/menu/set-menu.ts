import { makeMenu, showMenuItem } from "../../browser/context-menu.ts";
import { serial } from "../../core/serial.ts";
import { isAnySnoozed } from "./is-any-snoozed.ts";
import { END_SNOOZE, menuItems } from "./menu-items.ts";

/** What the menu shows; null until this worker has made it. */
let offersEnd: boolean | null = null;
const inTurn = serial();

/**
 * Makes the menu of the toolbar button, or brings it up to date.
 *
 * WHY [every start]: browsers keep it, but not all of them always do: Firefox lost it at restarts, and when the extension
 * was switched off and on there is no event to make it in. One that is there already is replaced, one call after the other,
 * since a name that is taken is refused. (docs/decisions/0021-menu-at-every-start.md)
 */
export function setMenu(): Promise<void> {
  return inTurn(async () => {
    const snoozed = await isAnySnoozed();
    if (snoozed === offersEnd) return;
    if (offersEnd === null) await makeMenu(menuItems(snoozed));
    else await showMenuItem(END_SNOOZE, snoozed);
    offersEnd = snoozed;
  });
}
