import { useState } from "preact/hooks";
import { useNextInteraction } from "./use-next-interaction.ts";

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
