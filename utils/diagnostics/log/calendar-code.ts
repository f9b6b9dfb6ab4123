import type { AnsweredCalendar } from "../../cal-api/observation.ts";
import { fingerprint } from "../fingerprint.ts";

type Coded = Pick<
  AnsweredCalendar,
  "externalId" | "integration" | "name" | "primary" | "readOnly" | "isSelected"
>;

/**
 * One calendar in a few bytes, e.g. `1x2y3z~4k:ps`: its id and, where it has one, its name; then `p` primary, `s` selected, `r`
 * read-only; `S` and `R` where the flag was no boolean; then its integration where it is not that of its connection.
 * @param calendar with what its id and its name are called in the log
 */
export function calendarCode(calendar: Coded, type: string | null): string {
  const { externalId, name, primary, isSelected, readOnly, integration } = calendar;
  const named = name === null ? "" : `~${name}`;
  const flags = (primary ? "p" : "") + letter(isSelected, "s") + letter(readOnly, "r");
  const other = integration === null || integration === type ? "" : `:${integration}`;
  return `${externalId}${named}:${flags}${other}`;
}

/**
 * What a name is called in the log: nothing that it could be guessed from, and still the same for the same name. A calendar that
 * its provider gives another id is known by it.
 */
export function nameMark(name: string | null): string | null {
  const trimmed = name?.trim() ?? "";
  return trimmed === "" ? null : fingerprint(trimmed).slice(0, 4);
}

function letter(flag: boolean | null, name: string): string {
  return flag === null ? name.toUpperCase() : flag ? name : "";
}

/** The calendar of a code, with the id and the name that the log has for it. */
export function calendarOf(code: string): Coded {
  const [named = "", flags = "", ...integration] = code.split(":");
  const [externalId = "", name = null] = named.split("~");
  const flag = (name: string) => (flags.includes(name.toUpperCase()) ? null : flags.includes(name));
  return {
    externalId,
    name,
    primary: flags.includes("p"),
    isSelected: flag("s"),
    readOnly: flag("r"),
    integration: integration.length > 0 ? integration.join(":") : null,
  };
}
