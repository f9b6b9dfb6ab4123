import type { Announcement } from "./use-announcement.ts";

/** What was just done, and what came of it. */
export function LiveRegion({ said: { sentence } }: { said: Announcement }) {
  return (
    <p role="status" class={sentence === "" ? "visually-hidden" : "said"}>
      {sentence}
    </p>
  );
}
