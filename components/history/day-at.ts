type Direction = "ltr" | "rtl";

/**
 * The day that a key leads to from another one.
 * @param at from the first, 0
 * @param last the last that there is
 * @returns null for a key that leads nowhere
 */
export function dayByKey(key: string, at: number, last: number, direction: Direction): number | null {
  const forth = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowLeft":
    case "ArrowRight":
      return within(at + (key === forth ? 1 : -1), last);
    case "ArrowUp":
      return within(at + 1, last);
    case "ArrowDown":
      return within(at - 1, last);
    default:
      return null;
  }
}

/**
 * The day nearest to where a bar is touched, as days are too thin to be hit.
 * @param x px from the bar's left edge
 * @param width of the bar, in px
 */
export function dayByPlace(x: number, width: number, last: number, direction: Direction): number {
  const share = width > 0 ? x / width : 1;
  return within(Math.floor((direction === "rtl" ? 1 - share : share) * (last + 1)), last);
}

function within(day: number, last: number): number {
  return Math.min(Math.max(day, 0), last);
}
