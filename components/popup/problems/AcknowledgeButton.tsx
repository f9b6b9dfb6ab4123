import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import { send } from "../../../utils/messaging/send.ts";
import type { Acknowledgeable } from "../../../utils/screen/problems/fix.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";
import { offerUndo } from "../undo/offer.ts";
import {
  type AcknowledgeMessage,
  acknowledgeMessage,
  isAccepted,
  unacknowledgeMessage,
} from "./acknowledging.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  markable: Acknowledgeable;
  marking: Acknowledging;
  /** What it is about, said after its own words. */
  about: string;
}

/** "Mark as expected", or for what is gone or lost "Accept". */
export function AcknowledgeButton({ markable, marking, about }: Props) {
  const accepts = isAccepted(markable);
  return (
    <AcknowledgingButton
      marking={marking}
      messages={() => [acknowledgeMessage(markable)]}
      undo={accepts ? [] : [unacknowledgeMessage(markable)]}
      done={t(accepts ? "expected.accepted" : "expected.marked")}
      look="quiet"
      title={t(accepts ? "expected.acceptHint" : "expected.markHint")}
      about={about}
    >
      {t(accepts ? "expected.accept" : "expected.mark")}
    </AcknowledgingButton>
  );
}

interface UnacknowledgeButtonProps {
  markable: Acknowledgeable;
  marking: Acknowledging;
  about: string;
}

export function UnacknowledgeButton({ markable, marking, about }: UnacknowledgeButtonProps) {
  return (
    <AcknowledgingButton
      marking={marking}
      messages={() => [unacknowledgeMessage(markable)]}
      undo={[acknowledgeMessage(markable)]}
      done={t("expected.takenBack")}
      look="quiet"
      title={t("expected.takeBackHint")}
      about={about}
    >
      {t("expected.takeBack")}
    </AcknowledgingButton>
  );
}

interface AcknowledgingButtonProps {
  marking: Acknowledging;
  messages: () => readonly AcknowledgeMessage[];
  /** What takes it back; none where nothing does. */
  undo?: readonly AcknowledgeMessage[];
  /** Said when it is done. */
  done: string;
  look?: "quiet";
  title?: string;
  /** Id of what tells which one is meant, where several buttons are called the same. */
  describedBy?: string;
  about?: string;
  children: ComponentChildren;
}

/** Marks findings, or takes that back. What it marks goes once that is stored. */
export function AcknowledgingButton({
  marking,
  messages,
  undo = [],
  done,
  children,
  ...ofButton
}: AcknowledgingButtonProps) {
  const { busy, failed, run } = useCommand();

  async function press(button: HTMLElement) {
    marking.begin(button);
    if (!(await run(messages()))) return;
    marking.done(done);
    if (undo.length > 0) offerUndo({ sentence: done, undo: () => takeBack(undo) });
  }

  return (
    <>
      <BusyButton busy={busy} busyText={t("expected.marking")} onPress={press} {...ofButton}>
        {children}
      </BusyButton>
      {failed && (
        <p role="alert" class="alert small">
          {t("expected.notStored")}
        </p>
      )}
    </>
  );
}

/** Where it can't be stored, the mark stays, and can be taken back in its list. */
export function takeBack(messages: readonly AcknowledgeMessage[]): void {
  for (const message of messages) send(message).catch(() => {});
}
