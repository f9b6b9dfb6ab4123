import type { AnsweredCalendar } from "../../cal-api/observation.ts";

type Coded = Pick<AnsweredCalendar, "externalId" | "integration" | "primary" | "readOnly" | "isSelected">;

/**
 * One calendar in a few bytes, e.g. `1x2y3z:ps`: its id, then `p` primary, `s` selected, `r` read-only; `S` and `R` where
 * the flag was no boolean; then its integration where it is not that of its connection.
 * @param id what the id is called in the log
 */
export function calendarCode(calendar: Coded, type: string | null, id: string): string {
  const { primary, isSelected, readOnly, integration } = calendar;
  const flags = (primary ? "p" : "") + letter(isSelected, "s") + letter(readOnly, "r");
  const other = integration === null || integration === type ? "" : `:${integration}`;
  return `${id}:${flags}${other}`;
}

function letter(flag: boolean | null, name: string): string {
  return flag === null ? name.toUpperCase() : flag ? name : "";
}

/** The calendar of a code, with the id that the log has for it. */
export function calendarOf(code: string): Coded {
  const [externalId = "", flags = "", ...integration] = code.split(":");
  const flag = (name: string) => (flags.includes(name.toUpperCase()) ? null : flags.includes(name));
  return {
    externalId,
    primary: flags.includes("p"),
    isSelected: flag("s"),
    readOnly: flag("r"),
    integration: integration.length > 0 ? integration.join(":") : null,
  };
}
