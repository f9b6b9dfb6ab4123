import { useEffect, useState } from "preact/hooks";

export interface Announcement {
  sentence: string;
  /** `connected` and `removed` change the page so much that its heading is the place to go on from. */
  about: "connected" | "removed" | "failed" | "nothing";
}

export type Announce = (said: Announcement) => void;

const NOTHING: Announcement = { sentence: "", about: "nothing" };

/** Something to say about what was just done. It goes at the next thing the person does. */
export function useAnnouncement(): [said: Announcement, say: Announce] {
  const [said, say] = useState(NOTHING);
  useNextInteraction(said !== NOTHING, () => say((now) => (now === said ? NOTHING : now)));
  return [said, say];
}

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
