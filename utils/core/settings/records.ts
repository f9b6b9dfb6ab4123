import { effectiveSettings } from "./effective.ts";
import { type Rows, SETTING_NAMES, SETTINGS_TABLE, type Settings } from "./table.ts";

/** What the person chose. */
export interface SettingsRecord extends Settings {
  version: 1;
}

export const DEFAULT_SETTINGS: SettingsRecord = { version: 1, ...effectiveSettings({}, {}) };

type PolicyName = { [N in keyof Rows]: Rows[N]["policy"] extends true ? N : never }[keyof Rows];
/** The settings that an administrator can set, too. */
export const POLICY_NAMES = SETTING_NAMES.filter((name): name is PolicyName => SETTINGS_TABLE[name].policy);

/** What an administrator has set: it goes before what the person chose, and the person can't change it. */
export type Policy = Partial<Pick<Settings, PolicyName>> & {
  /**
   * API root, without a trailing slash; of a self-hosted server the origin alone where no path was given. Accounts can be
   * connected on this server only.
   */
  apiUrl?: string;
  /** Origin of the web app. */
  webUrl?: string;
};

export interface PolicyRecord {
  version: 1;
  policy: Policy;
  /** Names of the values that were ignored, since they are unknown or do not fit. For diagnostics. */
  ignored: string[];
}
