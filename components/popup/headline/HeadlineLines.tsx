import type { RefObject } from "preact";
import type { Headline, Mood } from "../../../utils/screen/headline/headline-view.ts";

interface Props {
  headline: Headline;
  heading?: RefObject<HTMLHeadingElement | null>;
}

/** The answer, in words and as a picture. */
export function HeadlineLines({ headline: { mood, text, sub }, heading }: Props) {
  return (
    <header class="headline">
      <MoodIcon mood={mood} />
      <div>
        <h1 {...(heading && { ref: heading })} tabIndex={-1} title={text}>
          {text}
        </h1>
        {sub !== null && <p class="muted">{sub}</p>}
      </div>
    </header>
  );
}

const MARKS: Record<Mood, string> = {
  ok: "m12.5 18.5 4 4 7.5-9",
  error: "M18 11v9M18 25v.1",
  warning: "M18 11v9M18 25v.1",
  notice: "M18 16.5v8M18 11.5v.1",
  unknown: "M14.5 14.2a3.6 3.6 0 1 1 5.5 3.1c-1.4.9-2 1.7-2 3.2M18 25v.1",
  waiting: "M18 11v7.5l4.5 2.5",
};

/** The headline beside it says the same in words. */
function MoodIcon({ mood }: { mood: Mood }) {
  return (
    <svg class={`mood mood-${mood}`} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <circle cx="18" cy="18" r="18" />
      <path class="mood-mark" d={MARKS[mood]} />
    </svg>
  );
}
