import * as z from "zod/mini";
import { PATTERNS } from "../core/settings/patterns.ts";
import { DEFAULT_SETTINGS, POLICY_NAMES } from "../core/settings/records.ts";
import {
  SETTING_NAMES,
  SETTINGS_TABLE,
  type SettingName,
  type Settings,
  type TextName,
} from "../core/settings/table.ts";

type Shape = { [N in SettingName]: z.ZodMiniType<Settings[N]> };
type Optional<Names extends SettingName> = { [N in Names]: z.ZodMiniExactOptional<Shape[N]> };

// WHY [as]: the compiler can't follow a name through a loop. Each schema is made of the row that has its name.

/** Each setting by its name. */
export const settingShape = shapeOf((name) => {
  const row = SETTINGS_TABLE[name];
  return "choices" in row ? z.literal(row.choices) : z.string().check(z.regex(PATTERNS[name as TextName]));
}) as Shape;

/** The same; what is missing is as by default. */
export const defaultingShape = shapeOf((name) =>
  z._default(settingShape[name], DEFAULT_SETTINGS[name]),
) as Shape;

/** The same, of which each may be missing. */
export const optionalShape = optional(SETTING_NAMES);

/** Those that an administrator can set, of which each may be missing. */
export const policyShape = optional(POLICY_NAMES);

function shapeOf(schemaOf: (name: SettingName) => z.ZodMiniType): Record<string, z.ZodMiniType> {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, schemaOf(name)]));
}

function optional<N extends SettingName>(names: readonly N[]): Optional<N> {
  const entries = names.map((name) => [name, z.exactOptional(settingShape[name])] as const);
  return Object.fromEntries<z.ZodMiniType>(entries) as Optional<N>;
}
