import { useId } from "preact/hooks";
import type { SettingsChange } from "../../utils/messaging/message.ts";
import { notesOf, Setting } from "./Setting.tsx";
import { useSetting } from "./use-setting.ts";

interface Props<T extends string> {
  label: string;
  hint: string;
  /** What is in force. */
  value: T;
  /** Whether an administrator has set it. */
  isLocked?: boolean;
  choices: readonly { value: T; word: string }[];
  change: (chosen: T) => SettingsChange;
}

/** A setting with a few choices, saved as soon as it is chosen. */
export function SettingSelect<T extends string>(props: Props<T>) {
  const { label, hint, value, isLocked = false, choices, change } = props;
  const id = useId();
  const { chosen, outcome, choose } = useSetting(value, change);
  return (
    <Setting id={id} label={label} hint={hint} isLocked={isLocked} outcome={outcome}>
      <select
        id={id}
        class="input"
        value={chosen}
        disabled={isLocked}
        aria-describedby={notesOf(id, isLocked)}
        onChange={(event) => choose(event.currentTarget.value as T)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
    </Setting>
  );
}
