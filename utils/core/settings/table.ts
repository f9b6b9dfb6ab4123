import { LEVELS } from "../model/level.ts";

interface AnyRow<Value> {
  default: Value;
  /** Whether an administrator can set it, too. */
  policy: boolean;
}

interface ChoiceRow<Choice> extends AnyRow<Choice> {
  /** The values that it can have, in the order in which they are offered. */
  choices: readonly Choice[];
}

/** A setting that is a text: what its values look like is in `PATTERNS`. */
interface TextRow extends AnyRow<string> {
  text: true;
}

type Row = ChoiceRow<boolean | number | string> | TextRow;

/** A row for each setting. Whatever is done with all of them goes by this table, so that a row is all that a new one needs. */
const ROWS = {
  /** Minutes between two checks that nobody asks for. */
  intervalMinutes: { choices: [10, 15, 30, 60, 120, 240], default: 30, policy: true },
  notifications: { choices: [true, false], default: true, policy: true },
  /** false hides the badge; the tooltip stays. */
  showBadge: { choices: [true, false], default: true, policy: false },
  /** The badge counts findings at or above this level. */
  countingLevel: { choices: LEVELS, default: "notice", policy: true },
  /** Whether event types are read, to see where their bookings go. */
  eventTypes: { choices: [true, false], default: true, policy: true },
  /** Puts back by itself what Cal.com changed beside a break. */
  keepSetUp: { choices: [false, true], default: false, policy: true },
  /** Notifications of errors stay until they are dismissed, where the browser can do that. */
  keepErrors: { choices: [false, true], default: false, policy: false },
  /** When notifications wait, e.g. `mon,tue 22:00-07:00`; blank for never. @see PATTERNS */
  quietHours: { text: true, default: "", policy: true },
  appearance: { choices: ["system", "light", "dark"], default: "system", policy: false },
} as const satisfies Record<string, Row>;

export type Rows = typeof ROWS;
export type SettingName = keyof Rows;

/** What the person can choose. */
export type Settings = {
  -readonly [N in SettingName]: Rows[N] extends { choices: readonly (infer Choice)[] } ? Choice : string;
};

/** The settings with a few values to choose from. */
export type ChoiceName = {
  [N in SettingName]: Rows[N] extends { choices: unknown } ? N : never;
}[SettingName];

/** The settings that are texts. */
export type TextName = Exclude<SettingName, ChoiceName>;

export const SETTINGS_TABLE: {
  readonly [N in SettingName]: N extends ChoiceName ? ChoiceRow<Settings[N]> : TextRow;
} = ROWS;

// The compiler knows of the names in an object only that they are texts.
export const SETTING_NAMES = Object.keys(SETTINGS_TABLE) as SettingName[];

/** The values that a setting can have. */
export function choicesOf<N extends ChoiceName>(name: N): readonly Settings[N][] {
  const row: ChoiceRow<Settings[ChoiceName]> = SETTINGS_TABLE[name];
  // Safe: they are those of its own row.
  return row.choices as readonly Settings[N][];
}
