import { t } from "../../../utils/copy/i18n.ts";
import { AcknowledgingButton } from "./AcknowledgingButton.tsx";
import { acknowledgeMessage, isAccepted } from "./acknowledging.ts";
import type { Acknowledgeable } from "./card.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  markable: Acknowledgeable;
  marking: Acknowledging;
  describedBy: string;
}

/** "Mark as expected", or for what is gone or lost "Accept". */
export function AcknowledgeButton({ markable, marking, describedBy }: Props) {
  const accepts = isAccepted(markable);
  return (
    <AcknowledgingButton
      marking={marking}
      messages={() => [acknowledgeMessage(markable)]}
      done={t(accepts ? "expected.accepted" : "expected.marked")}
      look="quiet"
      title={t(accepts ? "expected.acceptHint" : "expected.markHint")}
      describedBy={describedBy}
    >
      {t(accepts ? "expected.accept" : "expected.mark")}
    </AcknowledgingButton>
  );
}
