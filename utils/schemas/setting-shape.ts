import * as z from "zod/mini";
import { LEVELS } from "../core/model/finding.ts";
import { APPEARANCES, INTERVALS } from "../core/model/records.ts";

/** Each setting by its name. */
export const settingShape = {
  intervalMinutes: z.literal(INTERVALS),
  notifications: z.boolean(),
  showBadge: z.boolean(),
  countingLevel: z.enum(LEVELS),
  appearance: z.enum(APPEARANCES),
};
