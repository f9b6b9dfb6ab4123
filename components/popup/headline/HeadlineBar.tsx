import type { Headline } from "../../shared/headline/headline-view.ts";
import { useFocusWhen } from "../../shared/use-focus-when.ts";
import { MoodIcon } from "./MoodIcon.tsx";

/** The answer to the one question the popup is opened with. */
export function HeadlineBar({ headline, withFocus }: { headline: Headline; withFocus: boolean }) {
  const heading = useFocusWhen<HTMLHeadingElement>(withFocus);
  return (
    <header class="headline">
      <MoodIcon mood={headline.mood} />
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {headline.text}
        </h1>
        {headline.sub !== null && <p class="muted">{headline.sub}</p>}
      </div>
    </header>
  );
}
