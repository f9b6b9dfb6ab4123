import { useEffect, useId, useRef, useState } from "preact/hooks";
import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { LONGEST_NOTE, MARK_LENGTHS, type MarkLength, markUntil } from "../../../utils/core/mark.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";
import { takeBack } from "../problems/AcknowledgeButton.tsx";
import { markMessage, unacknowledgeMessage } from "../problems/acknowledging.ts";
import { offerUndo } from "../undo/offer.ts";
import type { QuietProps } from "./quiet-props.ts";

/** For how long it is expected, and why. */
export function MarkChoices({ markable, marking, describedBy }: QuietProps) {
  const { busy, failed, run } = useCommand();
  const [pressed, press] = useState<MarkLength | null>(null);
  const id = useId();
  const note = useRef<HTMLInputElement>(null);
  useEffect(() => note.current?.focus(), []);

  async function mark(howLong: MarkLength | null, button: HTMLElement) {
    if (busy) return;
    press(howLong);
    marking.begin(button);
    if (await run([markMessage(markable, howLong, note.current?.value ?? "")])) {
      const now = Date.now();
      const done =
        howLong === null
          ? t("expected.marked")
          : t("expected.markedUntil", [formatTime(markUntil(howLong, now), now)]);
      marking.done(done);
      offerUndo({ sentence: done, undo: () => takeBack([unacknowledgeMessage(markable)]) });
    }
  }

  return (
    <form
      class="quiet-choices"
      aria-label={t("expected.legend")}
      aria-describedby={describedBy}
      onSubmit={(event) => {
        event.preventDefault();
        mark(null, event.currentTarget);
      }}
    >
      <label class="muted small" for={id}>
        {t("expected.note")}
      </label>
      <input
        ref={note}
        id={id}
        class="input"
        dir="auto"
        maxLength={LONGEST_NOTE}
        title={t("expected.noteHint")}
        autocomplete="off"
      />
      <div class="buttons">
        {MARK_LENGTHS.map((howLong) => (
          <BusyButton
            key={howLong}
            busy={busy && pressed === howLong}
            busyText={t("expected.marking")}
            onPress={(button) => mark(howLong, button)}
          >
            {t(`expected.${howLong}`)}
          </BusyButton>
        ))}
        <BusyButton type="submit" busy={busy && pressed === null} busyText={t("expected.marking")}>
          {t("expected.always")}
        </BusyButton>
      </div>
      {failed && (
        <p role="alert" class="alert small">
          {t("expected.notStored")}
        </p>
      )}
    </form>
  );
}
