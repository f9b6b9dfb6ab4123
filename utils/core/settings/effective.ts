import { SETTING_NAMES, SETTINGS_TABLE, type Settings } from "./table.ts";

/**
 * The settings to go by: what an administrator has set goes before what the person chose, and that before the default.
 * @param chosen undefined before anything was; what else is in it than settings is left out, as in the policy
 */
export function effectiveSettings(
  chosen: Partial<Settings> | undefined,
  policy: Partial<Settings>,
): Settings {
  // Each name with a value of its own row.
  return Object.fromEntries(
    SETTING_NAMES.map((name) => [name, policy[name] ?? chosen?.[name] ?? SETTINGS_TABLE[name].default]),
  ) as Settings;
}
