import { useId } from "preact/hooks";
import type { SettingsChange } from "../../utils/messages/message.ts";
import { t } from "../../utils/words.ts";
import { useSetting } from "./use-setting.ts";
import "../set-up/set-up.css";

interface Props<T extends string> {
  label: string;
  hint: string;
  /** What is stored. */
  value: T;
  choices: readonly { value: T; word: string }[];
  change: (chosen: T) => SettingsChange;
}

/** A setting with a few choices, saved as soon as it is chosen. */
export function SettingSelect<T extends string>({ label, hint, value, choices, change }: Props<T>) {
  const id = useId();
  const { chosen, outcome, choose } = useSetting(value, change);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="beside setting">
        <select
          id={id}
          class="input"
          value={chosen}
          aria-describedby={`${id}-hint`}
          onChange={(event) => choose(event.currentTarget.value as T)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.word}
            </option>
          ))}
        </select>
        <span role="status" class={outcome === "failed" ? "outcome error" : "outcome ok"}>
          {outcome === "saved" && t("options.saved")}
          {outcome === "failed" && t("options.notSaved")}
        </span>
      </div>
      <p id={`${id}-hint`} class="muted small">
        {hint}
      </p>
    </div>
  );
}
