import { useEffect } from "preact/hooks";

const DEEDS = ["click", "change"] as const;

/** Calls back after the next thing that the person does, while it is waited for. */
export function useNextDeed(isWaitedFor: boolean, onDeed: () => void): void {
  useEffect(() => {
    if (!isWaitedFor) return;
    // WHY [later]: a check box that is drawn again between its click and its change has nothing changed any more.
    const later = () => setTimeout(onDeed);
    for (const deed of DEEDS) addEventListener(deed, later);
    return () => {
      for (const deed of DEEDS) removeEventListener(deed, later);
    };
  }, [isWaitedFor, onDeed]);
}
