import { t } from "../../../utils/copy/i18n.ts";
import { AcknowledgingButton } from "./AcknowledgingButton.tsx";
import { unacknowledgeMessage } from "./acknowledging.ts";
import type { Acknowledgeable } from "./card.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  markable: Acknowledgeable;
  marking: Acknowledging;
  describedBy: string;
}

export function UnacknowledgeButton({ markable, marking, describedBy }: Props) {
  return (
    <AcknowledgingButton
      marking={marking}
      messages={() => [unacknowledgeMessage(markable)]}
      done={t("expected.takenBack")}
      look="quiet"
      title={t("expected.takeBackHint")}
      describedBy={describedBy}
    >
      {t("expected.takeBack")}
    </AcknowledgingButton>
  );
}
