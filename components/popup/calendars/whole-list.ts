/** Told to the document where all rows of the list are to be drawn. */
export const ALL_ROWS = "all-rows";
/** Stands for those of the list that are not drawn yet. */
export const ROWS_TO_COME = "rows-to-come";

/** Frames until rows that are asked for are surely drawn. */
const FRAMES = 60;

/**
 * Finds something in the list of calendars, all of which is drawn for it if need be.
 * @param find called again until it finds something
 */
export function inWholeList<Found>(find: () => Found | null, then: (found: Found) => void): void {
  let frames = 0;
  const look = () => {
    const found = find();
    if (found !== null) return then(found);
    if (frames === 0) document.dispatchEvent(new Event(ALL_ROWS));
    frames += 1;
    if (frames < FRAMES) requestAnimationFrame(look);
  };
  look();
}
