import { plural } from "../../utils/words.ts";
import type { Line } from "./model/problems.ts";

const SHOWN = 5;

/** Findings in a line each, the first few of them: the list of calendars has the rest. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const more = lines.length - SHOWN;
  return (
    <>
      {lines.slice(0, SHOWN).map(({ id, text }) => (
        <p key={id} class="muted">
          {text}
        </p>
      ))}
      {more > 0 && <p class="muted">{plural("problems.suspectedMore", more)}</p>}
    </>
  );
}
