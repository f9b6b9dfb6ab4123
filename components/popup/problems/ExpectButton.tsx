import { t } from "../../../utils/words.ts";
import { expectMessage, isAccepted } from "../model/marking.ts";
import type { Markable } from "../model/problems.ts";
import { MarkingButton } from "./MarkingButton.tsx";
import type { Marking } from "./use-marking.ts";

interface Props {
  markable: Markable;
  marking: Marking;
  describedBy: string;
}

/** "Mark as expected", or for what is gone or lost "Accept". */
export function ExpectButton({ markable, marking, describedBy }: Props) {
  const accepts = isAccepted(markable);
  return (
    <MarkingButton
      marking={marking}
      messages={() => [expectMessage(markable)]}
      done={t(accepts ? "expected.accepted" : "expected.marked")}
      look="quiet"
      title={t(accepts ? "expected.acceptHint" : "expected.markHint")}
      describedBy={describedBy}
    >
      {t(accepts ? "expected.accept" : "expected.mark")}
    </MarkingButton>
  );
}
