import { plural } from "./i18n.ts";

const MINUTE_SECONDS = 60;

/** How long to wait: in minutes once seconds would be a number to work out. @param seconds rounded up */
export function waitText(seconds: number): string {
  return seconds < 2 * MINUTE_SECONDS
    ? plural("wait.seconds", Math.ceil(seconds))
    : plural("wait.minutes", Math.ceil(seconds / MINUTE_SECONDS));
}
