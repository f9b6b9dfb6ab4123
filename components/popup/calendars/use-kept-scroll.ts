import { useEffect, useLayoutEffect } from "preact/hooks";
import { keepPlace, placeNow } from "../../../utils/pages/place.ts";

/** A long list is drawn bit by bit: for as many frames it is waited for the rest. */
const FRAMES = 60;

/**
 * Scrolls to where the popup was when it was last open, and keeps where it is from then on.
 * @param isAskedFor it was opened for a problem, which is brought into view instead
 */
export function useKeptScroll(isAskedFor: boolean): void {
  useLayoutEffect(() => {
    const { scroll } = placeNow();
    if (isAskedFor || scroll === 0) return;
    let frames = 0;
    let asked = 0;
    const goOn = () => {
      scrollTo(0, scroll);
      frames += 1;
      if (Math.abs(scrollY - scroll) > 1 && frames < FRAMES) asked = requestAnimationFrame(goOn);
    };
    const stop = () => cancelAnimationFrame(asked);
    // Whoever scrolls meanwhile goes where they want.
    addEventListener("wheel", stop, { once: true, passive: true });
    addEventListener("keydown", stop, { once: true });
    goOn();
    return stop;
  }, []);

  useEffect(() => {
    const keep = () => keepPlace({ scroll: Math.round(scrollY) });
    addEventListener("scroll", keep, { passive: true });
    return () => removeEventListener("scroll", keep);
  }, []);
}
