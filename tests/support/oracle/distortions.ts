import type { Pick } from "./changes.ts";
import type { Json } from "./json.ts";

interface Answer {
  connectedCalendars: unknown[];
  destinationCalendar: unknown;
}

type Distortion = (answer: Answer, entry: Json, calendar: Json | undefined, how: number) => void;

const DISTORTIONS: readonly Distortion[] = [
  // A calendar that can't be read, beside the others or instead of one.
  (_, entry, calendar, how) => {
    if (!Array.isArray(entry.calendars)) return;
    const bad = [null, {}, { externalId: " " }, { externalId: 5 }][how % 4];
    entry.calendars =
      how % 3 === 0
        ? [...entry.calendars, bad]
        : how % 3 === 1
          ? entry.calendars.map((it) => (it === calendar ? bad : it))
          : entry.calendars.map(() => bad);
  },
  // A flag that is none.
  (_, __, calendar, how) => {
    const flag = ["isSelected", "readOnly", "primary"][how % 3] ?? "";
    if (calendar !== undefined) calendar[flag] = how % 2 === 0 ? "yes" : null;
  },
  // An entry that can't be read, instead of another or beside all.
  (answer, entry, _, how) => {
    const { credentialId } = entry;
    const bad = [null, {}, { credentialId }, { credentialId, integration: {} }][how % 4];
    const { connectedCalendars } = answer;
    answer.connectedCalendars =
      how % 2 === 0
        ? connectedCalendars.map((it) => (it === entry ? bad : it))
        : [...connectedCalendars, bad];
  },
  // One entry twice, also once working and once not.
  (answer, entry, _, how) => {
    const { integration, credentialId, delegationCredentialId = null } = entry;
    const again = how % 2 === 0 ? { ...entry } : { integration, credentialId, delegationCredentialId };
    answer.connectedCalendars = [...answer.connectedCalendars, again];
  },
  // A message beside calendars; a blank one says nothing.
  (_, entry, __, how) => {
    entry.error = { message: ["Quota exceeded", " ", "Access token expired or revoked"][how % 3] };
  },
  (answer, _, __, how) => {
    answer.destinationCalendar = ["none", null, 5, []][how % 4];
  },
  (answer) => {
    answer.connectedCalendars = [];
  },
  (answer) => {
    answer.connectedCalendars.reverse();
  },
];

/** Makes an answer that Cal.com should not give. */
export function distort(answer: Answer, which: number, pick: Pick): void {
  const entries = answer.connectedCalendars as Json[];
  const entry = entries[pick.connection % Math.max(1, entries.length)];
  if (entry === undefined) return;
  const calendars = Array.isArray(entry.calendars) ? (entry.calendars as Json[]) : [];
  const calendar = calendars[pick.calendar % Math.max(1, calendars.length)];
  DISTORTIONS[which % DISTORTIONS.length]?.(answer, entry, calendar, pick.how);
}
