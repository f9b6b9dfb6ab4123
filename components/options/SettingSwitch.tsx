import { useId } from "preact/hooks";
import type { SettingsChange } from "../../utils/messaging/message.ts";
import { notesOf, Setting } from "./Setting.tsx";
import { useSetting } from "./use-setting.ts";

interface Props {
  label: string;
  hint: string;
  /** What is in force. */
  isOn: boolean;
  /** Whether an administrator has set it. */
  isLocked?: boolean;
  change: (isOn: boolean) => SettingsChange;
}

/** A setting that is on or off, saved as soon as it is switched. */
export function SettingSwitch({ label, hint, isOn, isLocked = false, change }: Props) {
  const id = useId();
  const { chosen, outcome, choose } = useSetting(isOn, change);
  return (
    <Setting id={id} label={label} hint={hint} isLocked={isLocked} outcome={outcome}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch"
        checked={chosen}
        aria-checked={chosen}
        disabled={isLocked}
        aria-describedby={notesOf(id, isLocked)}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
    </Setting>
  );
}
