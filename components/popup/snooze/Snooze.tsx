import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { Snooze } from "../../../utils/core/snooze.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { Icon } from "../../common/Icon.tsx";
import { useCommand } from "../actions/use-command.ts";
import { snoozedText } from "./snoozed.ts";
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

interface Props {
  /** ms since the epoch */
  until: number;
  /** It was ended: the bar goes, and with it the button that had the focus. */
  onEnded: () => void;
}

/** That all is quiet, until when, and a way to end it. It goes by itself when it is over. */
export function SnoozedBar({ until, onEnded }: Props) {
  const { busy, failed, run } = useCommand();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const now = Date.now();

  useEffect(() => {
    const timer = setTimeout(() => drawAgain(undefined), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);

  async function end() {
    if (await run([{ type: "end-snooze" }])) onEnded();
  }

  if (now >= until) return null;
  return (
    <div class="snoozed">
      <Icon name="snooze" />
      <p>{snoozedText(until, now)}</p>
      <BusyButton busy={busy} busyText={t("snooze.ending")} onPress={end}>
        {t("snooze.end")}
      </BusyButton>
      {failed && (
        <p role="alert" class="alert small">
          {t("snooze.notStored")}
        </p>
      )}
    </div>
  );
}
