/** Which way an arrow key leads. */
export type Way = "up" | "down" | "first" | "last" | "before" | "after";

/** @param isRtl whether lines are read from right to left */
export function wayOf(key: string, isRtl: boolean): Way | null {
  switch (key) {
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "ArrowLeft":
      return isRtl ? "after" : "before";
    case "ArrowRight":
      return isRtl ? "before" : "after";
    default:
      return null;
  }
}

/**
 * The stop that an arrow leads to from another one: up and down to the like of it in another row, left and right within the row.
 * @param stopsOf the stops of a row: there may be thousands of rows, so only those of a few are asked for
 * @returns null where there is none
 */
export function nextStop<Row, Stop>(
  rows: readonly Row[],
  stopsOf: (row: Row) => readonly Stop[],
  from: { row: Row; stop: Stop },
  way: Way,
): Stop | null {
  const at = rows.indexOf(from.row);
  const own = stopsOf(from.row);
  const column = own.indexOf(from.stop);
  const likeIt = (row: Row | undefined) => {
    const stops = row === undefined ? [] : stopsOf(row);
    return stops[column] ?? stops.at(-1) ?? null;
  };
  switch (way) {
    case "up":
      return likeIt(rows[at - 1]);
    case "down":
      return likeIt(rows[at + 1]);
    case "first":
      return likeIt(rows[0]);
    case "last":
      return likeIt(rows.at(-1));
    case "before":
      return own[column - 1] ?? null;
    case "after":
      return own[column + 1] ?? null;
  }
}
