import { withoutAnyLinks } from "./hidden-links.ts";
import type { AnsweredCalendar, AnsweredConnection } from "./observation.ts";
import { CalendarSchema, ConnectionSchema } from "./schemas.ts";

/** Blank is as good as absent. */
const said = (text: string | null | undefined): string | null => (text?.trim() ? text : null);
/** The same of what is only shown. */
const shown = (text: string | null | undefined): string | null => said(text && withoutAnyLinks(text));

/**
 * Reads one entry of `connectedCalendars`. Never throws: an entry that makes no sense is `malformed`, with what could be
 * read of its identity.
 *
 * Healthy is a non-empty array of calendars and no message; Cal.com's own tests send a blank message beside calendars, and
 * source knows an entry with neither calendars nor error.
 */
export function readConnection(entry: unknown): AnsweredConnection {
  const parsed = ConnectionSchema.safeParse(entry);
  const raw = parsed.success ? parsed.data : undefined;
  const type = said(raw?.integration?.type);
  const credentialId = raw?.credentialId ?? null;
  const message = shown(raw?.error?.message)?.trim() ?? null;
  const listed = raw?.calendars ?? [];
  const calendars = message === null ? listed.flatMap(readCalendar) : [];
  const malformedCalendars = message === null ? listed.length - calendars.length : 0;

  const unreadable =
    type === null || credentialId === null || (calendars.length === 0 && malformedCalendars > 0);
  return {
    type,
    credentialId,
    delegationCredentialId:
      raw?.delegationCredentialId === undefined ? undefined : said(raw.delegationCredentialId),
    appName: shown(raw?.integration?.title) ?? shown(raw?.integration?.name),
    appSlug: said(raw?.integration?.slug),
    condition: unreadable ? "malformed" : calendars.length > 0 ? "healthy" : "broken",
    message,
    primaryExternalId: said(raw?.primary?.externalId),
    calendars: unreadable ? [] : calendars,
    malformedCalendars,
  };
}

/** One calendar, or none when it has no `externalId`: without one it can't be told from any other. */
function readCalendar(entry: unknown): AnsweredCalendar[] {
  const parsed = CalendarSchema.safeParse(entry);
  if (!parsed.success) return [];
  const raw = parsed.data;
  return [
    {
      externalId: raw.externalId,
      integration: said(raw.integration) ?? said(raw.integrationName),
      // As it is: a calendar that has a new id is known by it.
      name: said(raw.name),
      // One that has a link in it is none.
      email: shown(raw.email) === raw.email ? raw.email : null,
      primary: raw.primary === true,
      readOnly: raw.readOnly,
      isSelected: raw.isSelected,
    },
  ];
}
