import { plural, t } from "../../../utils/copy/i18n.ts";
import { Icon } from "../../shared/Icon.tsx";
import { AcknowledgeButton } from "./AcknowledgeButton.tsx";
import type { Line } from "./card.ts";
import { elementId } from "./find-linked.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

const SHOWN = 5;

/** What is looked at again, the first few of it: it is over or a problem in a minute. */
export function Suspected({ lines, marking }: { lines: readonly Line[]; marking: Acknowledging }) {
  const more = lines.length - SHOWN;
  return (
    <div class="suspected">
      <h3 tabIndex={-1}>
        <Icon name="again" />
        {t("problems.suspected")}
      </h3>
      {lines.slice(0, SHOWN).map((line) => (
        <SuspectedLine key={line.id} line={line} marking={marking} />
      ))}
      {more > 0 && <p class="more muted">{plural("problems.suspectedMore", more)}</p>}
    </div>
  );
}

function SuspectedLine({ line, marking }: { line: Line; marking: Acknowledging }) {
  const id = elementId(line);
  return (
    <div id={id} class="line goes">
      <p id={`${id}-what`} class="muted">
        {line.text}
      </p>
      <AcknowledgeButton markable={line} marking={marking} describedBy={`${id}-what`} />
    </div>
  );
}
