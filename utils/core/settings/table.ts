import { LEVELS } from "../model/level.ts";

interface Row<Choice> {
  /** The values that it can have, in the order in which they are offered. */
  choices: readonly Choice[];
  default: Choice;
  /** Whether an administrator can set it, too. */
  policy: boolean;
}

/** A row for each setting. Whatever is done with all of them goes by this table, so that a row is all that a new one needs. */
const ROWS = {
  /** Minutes between two checks that nobody asks for. */
  intervalMinutes: { choices: [10, 15, 30, 60, 120, 240], default: 30, policy: true },
  notifications: { choices: [true, false], default: true, policy: true },
  /** false hides the badge; the tooltip stays. */
  showBadge: { choices: [true, false], default: true, policy: false },
  /** The badge counts findings at or above this level. */
  countingLevel: { choices: LEVELS, default: "notice", policy: true },
  appearance: { choices: ["system", "light", "dark"], default: "system", policy: false },
} as const satisfies Record<string, Row<boolean | number | string>>;

export type Rows = typeof ROWS;
export type SettingName = keyof Rows;

/** What the person can choose. */
export type Settings = { -readonly [N in SettingName]: Rows[N]["choices"][number] };

export const SETTINGS_TABLE: { readonly [N in SettingName]: Row<Settings[N]> } = ROWS;

// The compiler knows of the names in an object only that they are texts.
export const SETTING_NAMES = Object.keys(SETTINGS_TABLE) as SettingName[];
