import { useFocusWhen } from "../../common/focus.ts";
import type { Headline, Mood } from "../../common/headline/headline-view.ts";

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

const MARKS: Record<Mood, string> = {
  ok: "m10.5 16.5 4 4 7.5-8.5",
  error: "M16 9.5v8M16 22v.1",
  warning: "M16 9.5v8M16 22v.1",
  notice: "M16 15v7.5M16 10v.1",
  unknown: "M12.5 12.5a3.5 3.5 0 1 1 5.5 3c-1.3.9-2 1.6-2 3M16 22.5v.1",
  waiting: "M16 9.5V16l4 2.5",
};

/** The answer as a picture; the headline beside it says it in words. */
function MoodIcon({ mood }: { mood: Mood }) {
  return (
    <svg class={`mood mood-${mood}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {mood === "warning" ? (
        <path class="mood-shape" d="M16 4 30 28H2z" />
      ) : mood === "error" ? (
        <path class="mood-shape" d="M10.5 3h11L29 10.5v11L21.5 29h-11L3 21.5v-11z" />
      ) : (
        <circle class="mood-shape" cx="16" cy="16" r="13" />
      )}
      <path class="mood-mark" d={MARKS[mood]} />
    </svg>
  );
}
