import { MoodIcon } from "./MoodIcon.tsx";
import type { Headline } from "./model/headline.ts";

/** The answer to the one question the popup is opened with. */
export function HeadlineBar({ headline }: { headline: Headline }) {
  return (
    <header class="headline">
      <MoodIcon mood={headline.mood} />
      <div>
        <h1>{headline.text}</h1>
        {headline.sub !== null && <p class="muted">{headline.sub}</p>}
      </div>
    </header>
  );
}
