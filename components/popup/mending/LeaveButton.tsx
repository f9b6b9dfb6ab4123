import { t } from "../../../utils/copy/i18n.ts";
import type { MessageOf } from "../../../utils/messaging/commands.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";
import type { Acknowledging } from "../problems/use-acknowledging.ts";

interface Props {
  message: MessageOf<"dismiss-mending">;
  describedBy: string;
  marking: Acknowledging;
}

/** The person wants no more of it. What it stands in goes once that is stored. */
export function LeaveButton({ message, describedBy, marking }: Props) {
  const { busy, failed, run } = useCommand();

  async function press(button: HTMLElement) {
    marking.begin(button);
    if (await run([message])) marking.done(t("mending.left"));
  }

  return (
    <>
      <BusyButton
        busy={busy}
        busyText={t("expected.marking")}
        look="quiet"
        title={t("mending.leaveHint")}
        describedBy={describedBy}
        onPress={press}
      >
        {t("mending.leave")}
      </BusyButton>
      {failed && (
        <p role="alert" class="alert small">
          {t("expected.notStored")}
        </p>
      )}
    </>
  );
}
