import { useState } from "preact/hooks";
import { useNextDeed } from "./use-next-interaction.ts";

export interface Said {
  sentence: string;
  /** `connected` and `removed` change the page so much that its heading is the place to go on from. */
  about: "connected" | "removed" | "failed" | "nothing";
}

export type Say = (said: Said) => void;

const NOTHING: Said = { sentence: "", about: "nothing" };

/** Something to say about what was just done. It goes at the next thing the person does. */
export function useSaid(): [said: Said, say: Say] {
  const [said, say] = useState(NOTHING);
  useNextDeed(said !== NOTHING, () => say((now) => (now === said ? NOTHING : now)));
  return [said, say];
}
