import { useId } from "preact/hooks";
import type { SettingName, Settings } from "../../utils/core/settings/table.ts";
import { notesOf, Setting } from "./Setting.tsx";
import { type InForce, useSetting } from "./use-setting.ts";

type SwitchName = { [N in SettingName]: Settings[N] extends boolean ? N : never }[SettingName];

interface Props {
  name: SwitchName;
  inForce: InForce;
  label: string;
  hint: string;
}

/** A setting that is on or off, saved as soon as it is switched. */
export function SettingSwitch({ name, inForce, label, hint }: Props) {
  const id = useId();
  const { chosen, isLocked, outcome, choose } = useSetting(name, inForce);
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
