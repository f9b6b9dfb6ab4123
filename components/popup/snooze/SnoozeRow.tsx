import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { Snooze } from "../../../utils/core/snooze.ts";
import { BusyButton } from "../../shared/BusyButton.tsx";
import { useCommand } from "../actions/use-command.ts";
import "./snooze.css";

const LENGTHS = ["hour", "tomorrow", "week"] as const satisfies readonly Snooze[];

/** For how long to be quiet. */
export function SnoozeRow({ onDone }: { onDone: () => void }) {
  const { busy, failed, run } = useCommand();
  const [pressed, press] = useState<Snooze | null>(null);
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => row.current?.querySelector("button")?.focus(), []);

  async function snooze(howLong: Snooze) {
    if (busy) return;
    press(howLong);
    if (await run([{ type: "snooze", howLong }])) onDone();
  }

  return (
    <fieldset ref={row} class="snooze-row">
      <legend class="muted small">{t("snooze.legend")}</legend>
      <div class="buttons">
        {LENGTHS.map((howLong) => (
          <BusyButton
            key={howLong}
            busy={busy && pressed === howLong}
            busyText={t("snooze.busy")}
            onPress={() => snooze(howLong)}
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
    </fieldset>
  );
}
