import * as z from "zod/mini";
import type { RecordKind } from "../../../utils/storage/decode.ts";

/** The settings as a version of the extension may store them that there is not: its second, which has an object for one number. */
export interface SecondSettings {
  version: 2;
  interval: { minutes: number };
  countingLevel: string;
}

const interval = z.object({ minutes: z.number() });

export const secondSettings: RecordKind<SecondSettings> = {
  version: 2,
  schema: z.looseObject({ version: z.literal(2), interval, countingLevel: z.string() }),
  migrations: {
    2: ({ intervalMinutes, ...rest }) => {
      if (intervalMinutes === "?") throw new Error("That is no interval.");
      return { ...rest, interval: { minutes: intervalMinutes } };
    },
  },
  salvage: (raw) => {
    const parsed = z.object({ interval, countingLevel: z.catch(z.string(), "notice") }).safeParse(raw);
    return parsed.success ? { version: 2, ...parsed.data } : null;
  },
};

/** And as its third may: in seconds, and without the object. */
export interface ThirdSettings {
  version: 3;
  seconds: number;
  countingLevel: string;
}

export const thirdSettings: RecordKind<ThirdSettings> = {
  version: 3,
  schema: z.looseObject({ version: z.literal(3), seconds: z.number(), countingLevel: z.string() }),
  migrations: {
    ...secondSettings.migrations,
    3: ({ interval, ...rest }) => ({ ...rest, seconds: 60 * (interval as { minutes: number }).minutes }),
  },
  salvage: () => null,
};
