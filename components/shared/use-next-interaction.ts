import { useEffect } from "preact/hooks";

const INTERACTIONS = ["click", "change"] as const;

/** Calls back after the next thing that the person does, while it is waited for. */
export function useNextInteraction(isWaitedFor: boolean, onDeed: () => void): void {
  useEffect(() => {
    if (!isWaitedFor) return;
    // WHY [later]: a check box that is drawn again between its click and its change has nothing changed any more.
    const later = () => setTimeout(onDeed);
    for (const interaction of INTERACTIONS) addEventListener(interaction, later);
    return () => {
      for (const interaction of INTERACTIONS) removeEventListener(interaction, later);
    };
  }, [isWaitedFor, onDeed]);
}
