import type { Mood } from "../../utils/screen/headline/headline-view.ts";
import "./state-disc.css";

const MARKS: Record<Mood, string> = {
  ok: "m10.5 16.5 4 4 7-8.5",
  error: "M16 9.5v8M16 22.3v.1",
  warning: "M16 9.5v8M16 22.3v.1",
  notice: "M16 15v7.5M16 10v.1",
  unknown: "M10 16v.1M16 16v.1M22 16v.1",
  waiting: "M10 16v.1M16 16v.1M22 16v.1",
};

/** How an account is doing, as a picture: a tick, a mark or dots. Words beside it say the same. */
export function StateDisc({ mood }: { mood: Mood }) {
  return (
    <svg class={`disc disc-${mood}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="16" />
      <path d={MARKS[mood]} />
    </svg>
  );
}
