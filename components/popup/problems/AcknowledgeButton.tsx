import { t } from "../../../utils/copy/i18n.ts";
import { MarkingButton } from "./AcknowledgingButton.tsx";
import { expectMessage, isAccepted } from "./acknowledging.ts";
import type { Markable } from "./problems-view.ts";
import type { Marking } from "./use-acknowledging.ts";

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
