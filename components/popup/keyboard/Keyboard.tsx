import { useEffect } from "preact/hooks";
import { inWholeList, ROWS_TO_COME } from "../calendars/whole-list.ts";
import { becomeStop, keepOneStop, placeOf, stopsIn } from "./groups.ts";
import { nextStop, type Way, wayOf } from "./next-stop.ts";

/**
 * Arrows between the rows of a part, `/` for the filter, Space for the switch of a calendar and Enter for the rest of it. So it is
 * few stops of the Tab key from the start to "Check now", however many calendars there are.
 */
export function Keyboard() {
  useEffect(() => {
    let asked = 0;
    const updates = new MutationObserver(() => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(keepOneStop);
    });
    keepOneStop();
    updates.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("keyup", onKeyUp);
    return () => {
      cancelAnimationFrame(asked);
      updates.disconnect();
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("keyup", onKeyUp);
    };
  }, []);
  return null;
}

function onFocusIn({ target }: FocusEvent): void {
  const place = placeOf(target);
  if (place) becomeStop(place);
}

function onKeyDown(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || isTyping(target)) return;
  if (key === "/") return focusFilter(event);
  const other = otherInRow(event);
  if (other) {
    event.preventDefault();
    if (!event.repeat) other.click();
    return;
  }
  const place = placeOf(target);
  const way = wayOf(key, document.documentElement.dir === "rtl");
  if (!place || !way) return;
  const { group, part } = place;
  event.preventDefault();
  const next = () => {
    const rows = [...part.querySelectorAll(group.row)];
    return nextStop(rows, (row) => stopsIn(row, group), place, group.isLine ? alongLine(way) : way);
  };
  if (way !== "last") return next()?.focus();
  // The last of all may not be drawn yet.
  inWholeList(
    () => (part.querySelector(`.${ROWS_TO_COME}`) ? null : next()),
    (stop) => stop.focus(),
  );
}

/** Left and right lead from one to the next where all stand side by side. */
function alongLine(way: Way): Way {
  if (way === "before") return "up";
  return way === "after" ? "down" : way;
}

function focusFilter(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>(".filter input");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** Firefox presses a button when Space is let go, whatever became of its being pressed. */
function onKeyUp(event: KeyboardEvent): void {
  if (event.key === " " && otherInRow(event)) event.preventDefault();
}

/** In the row of a calendar Space is for the switch and Enter for the rest, whichever of the two has the focus. */
function otherInRow({ key, target }: KeyboardEvent): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const row = target.parentElement?.matches(".calendar") ? target.parentElement : null;
  const isForSwitch = key === " " && target.matches(".more");
  const isForRest = key === "Enter" && target.matches(".switch");
  if (isForSwitch) return row?.querySelector<HTMLElement>(":scope > .switch") ?? null;
  return isForRest ? (row?.querySelector<HTMLElement>(":scope > .more") ?? null) : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
}
