import { useState } from "preact/hooks";
import { dayByKey, dayByPlace } from "./day-at.ts";

/**
 * Which day of a bar is told of: the one under the mouse, else the one that keys or a touch chose last, as long as the focus is in
 * the bar or its row.
 * @param last the index of the last day
 */
export function useShownDay(last: number) {
  const [chosen, setChosen] = useState(last);
  const [isFocused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);

  function choose(day: number) {
    setChosen(day);
    setHovered(null);
  }

  return {
    /** Where the slider stands, whether it is told of or not. */
    chosen,
    /** null while none is told of. */
    shown: hovered ?? (isFocused ? chosen : null),
    /** For the element of the bar itself. */
    slider: {
      onFocus: () => setFocused(true),
      onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const day = dayByKey(event.key, chosen, last, directionOf(event.currentTarget));
        if (day === null) return;
        event.preventDefault();
        choose(day);
      },
      onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => choose(dayAt(event, last)),
      onPointerMove: (event: PointerEvent & { currentTarget: HTMLElement }) => {
        if (event.buttons > 0) choose(dayAt(event, last));
        else if (event.pointerType === "mouse") setHovered(dayAt(event, last));
      },
      // What was chosen stands again. Else the day stays while the mouse is on its way to the row below.
      onPointerLeave: () => isFocused && setHovered(null),
    },
    /** For what holds the bar and the row that tells of the day. */
    around: {
      onPointerLeave: () => setHovered(null),
      onFocusOut: ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocused(false);
      },
    },
  };
}

function dayAt(event: PointerEvent & { currentTarget: HTMLElement }, last: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return dayByPlace(event.clientX - left, width, last, directionOf(event.currentTarget));
}

function directionOf(element: HTMLElement): "ltr" | "rtl" {
  return getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr";
}
