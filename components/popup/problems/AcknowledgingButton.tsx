import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import { BusyButton } from "../../shared/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";
import type { AcknowledgeMessage } from "./acknowledging.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  marking: Acknowledging;
  messages: () => readonly AcknowledgeMessage[];
  /** Said when it is done. */
  done: string;
  look?: "quiet";
  title?: string;
  /** Id of what tells which one is meant, where several buttons are called the same. */
  describedBy?: string;
  children: ComponentChildren;
}

/** Marks findings, or takes that back. What it marks goes once that is stored. */
export function AcknowledgingButton({ marking, messages, done, children, ...ofButton }: Props) {
  const { busy, failed, run } = useCommand();

  async function press(button: HTMLElement) {
    marking.begin(button);
    if (await run(messages())) marking.done(done);
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
