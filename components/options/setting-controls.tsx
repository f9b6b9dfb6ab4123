import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import {
  type ChoiceName,
  choicesOf,
  type SettingName,
  type Settings,
} from "../../utils/core/settings/table.ts";
import { notesOf, Setting } from "./Setting.tsx";
import { type EffectiveSettings, useSetting } from "./use-setting.ts";

interface Props<Name extends ChoiceName> {
  name: Name;
  inForce: EffectiveSettings;
  label: string;
  hint?: string;
  wordOf: (choice: Settings[Name]) => string;
}

/** A setting with a few choices, saved as soon as it is chosen. */
export function SettingSelect<Name extends ChoiceName>({ name, inForce, label, hint, wordOf }: Props<Name>) {
  const id = useId();
  const { chosen, isLocked, outcome, choose } = useSetting(name, inForce);
  const choices = choicesOf(name);
  return (
    <Setting id={id} label={label} hint={hint} isLocked={isLocked} outcome={outcome}>
      <select
        id={id}
        class="input"
        value={String(chosen)}
        disabled={isLocked}
        aria-describedby={notesOf(id, hint, isLocked)}
        onChange={({ currentTarget }) => {
          const choice = choices[currentTarget.selectedIndex];
          if (choice !== undefined) choose(choice);
        }}
      >
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {wordOf(choice)}
          </option>
        ))}
      </select>
    </Setting>
  );
}

type SwitchName = { [N in SettingName]: Settings[N] extends boolean ? N : never }[SettingName];

interface SettingSwitchProps {
  name: SwitchName;
  inForce: EffectiveSettings;
  label: string;
  hint?: string;
  /** Below the words. */
  note?: ComponentChildren;
  /** What else can be done here, before the switch. */
  children?: ComponentChildren;
}

/** A setting that is on or off, saved as soon as it is switched. */
export function SettingSwitch({ name, inForce, label, hint, note, children }: SettingSwitchProps) {
  const id = useId();
  const { chosen, isLocked, outcome, choose } = useSetting(name, inForce);
  return (
    <Setting id={id} label={label} hint={hint} isLocked={isLocked} outcome={outcome} note={note}>
      {children}
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch"
        checked={chosen}
        aria-checked={chosen}
        disabled={isLocked}
        aria-describedby={notesOf(id, hint, isLocked)}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
    </Setting>
  );
}
