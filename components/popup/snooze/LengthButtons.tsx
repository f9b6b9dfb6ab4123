import { useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { SNOOZES, type Snooze } from "../../../utils/core/snooze.ts";
import type { MessageOf } from "../../../utils/messaging/commands.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";

interface Props {
  messageOf: (howLong: Snooze) => MessageOf<"snooze" | "snooze-problem">;
  onBegin?: (button: HTMLElement) => void;
  onDone: () => void;
}

/** A button for each length that a snooze can have. */
export function LengthButtons({ messageOf, onBegin, onDone }: Props) {
  const { busy, failed, run } = useCommand();
  const [pressed, press] = useState<Snooze | null>(null);

  async function snooze(howLong: Snooze, button: HTMLElement) {
    if (busy) return;
    press(howLong);
    onBegin?.(button);
    if (await run([messageOf(howLong)])) onDone();
  }

  return (
    <>
      <div class="buttons">
        {SNOOZES.map((howLong) => (
          <BusyButton
            key={howLong}
            busy={busy && pressed === howLong}
            busyText={t("snooze.busy")}
            onPress={(button) => snooze(howLong, button)}
          >
            {t(`snooze.${howLong}`)}
          </BusyButton>
        ))}
      </div>
      {failed && (
        <p role="alert" class="alert small">
          {t("snooze.notStored")}
        </p>
      )}
    </>
  );
}
