import { Icon } from "../../shared/Icon.tsx";
import type { ReadingView } from "./reading.ts";

const ICONS = { good: "check", bad: "broken", unknown: "notice" } as const;

/** What reading a calendar last came to, and when. Said when it changes. */
export function ReadingLine({ reading }: { reading: ReadingView | null }) {
  return (
    <p role="status" class={reading ? `reading reading-${reading.look} small` : "visually-hidden"}>
      {reading && (
        <>
          <Icon name={ICONS[reading.look]} />
          <span>
            <span class="muted">{reading.when}</span> {reading.sentence}
          </span>
        </>
      )}
    </p>
  );
}
