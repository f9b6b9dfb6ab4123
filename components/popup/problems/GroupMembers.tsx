import { useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { Line } from "../../../utils/screen/problems/fix.ts";
import { useGrowingLimit } from "../calendars/use-growing-limit.ts";
import { AcknowledgeButton } from "./AcknowledgeButton.tsx";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  /** Each of those that a row stands for. There may be a thousand: to be called when they are looked at. */
  members: () => Line[];
  marking: Acknowledging;
}

/** Each of those that a row stands for, to be marked as expected alone. */
export function GroupMembers({ members, marking }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="members" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="muted small">{t("problems.each")}</summary>
      {isOpen && <MemberList lines={members()} marking={marking} />}
    </details>
  );
}

function MemberList({ lines, marking }: { lines: readonly Line[]; marking: Acknowledging }) {
  const limit = useGrowingLimit("", lines.length);
  return (
    <div class="each">
      {lines.slice(0, limit).map((line) => (
        <div key={line.id} class="line" data-leaving>
          <p class="cut" title={line.text}>
            {line.text}
          </p>
          <AcknowledgeButton markable={line} marking={marking} about={line.text} />
        </div>
      ))}
    </div>
  );
}
