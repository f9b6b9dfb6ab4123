import type { ComponentChildren } from "preact";
import type { Announcement } from "./use-announcement.ts";

/** What was just done, and what came of it. */
export function LiveRegion({
  said,
  hint,
}: {
  said: Announcement;
  /** What to do next, once an account is connected. */
  hint: ComponentChildren;
}) {
  const isConnected = said.about === "connected";
  return (
    <>
      <p role="status" class={said.sentence === "" ? "visually-hidden" : "said"}>
        {said.sentence}
      </p>
      {isConnected && hint}
    </>
  );
}
