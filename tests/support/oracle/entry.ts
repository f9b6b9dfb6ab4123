import { isObject, isText, type Json } from "./json.ts";

/** A calendar as an entry lists it. A flag that is no boolean is null. */
export interface ListedCalendar {
  externalId: string;
  name: string;
  primary: boolean;
  readOnly: boolean | null;
  selected: boolean | null;
}

/** One entry of the list, with whatever of its identity can be read. */
export interface Entry {
  type: string | null;
  credentialId: number | null;
  /** Undefined when the key is lacking. */
  delegationCredentialId: string | null | undefined;
  healthy: boolean;
  definitive: boolean;
  calendars: ListedCalendar[];
  holdsMalformed: boolean;
  primaryId: string | null;
}

const DEFINITIVE = [
  "access token expired or revoked",
  "no primary calendar found",
  "could not get calendar instance",
];

export function readEntry(raw: unknown): Entry {
  const entry = isObject(raw) ? raw : {};
  const type = isObject(entry.integration) && isText(entry.integration.type) ? entry.integration.type : null;
  const credentialId = Number.isInteger(entry.credentialId) ? (entry.credentialId as number) : null;
  const wellFormed = type !== null && credentialId !== null;
  const message = isObject(entry.error) && isText(entry.error.message) ? entry.error.message : null;
  const listed = Array.isArray(entry.calendars) ? entry.calendars : [];
  const calendars = listed.flatMap(readCalendar);
  const healthy = wellFormed && message === null && calendars.length > 0;
  return {
    type,
    credentialId,
    delegationCredentialId: delegation(entry),
    healthy,
    definitive: wellFormed && message !== null && isDefinitive(message),
    calendars: healthy ? calendars : [],
    holdsMalformed: healthy && calendars.length < listed.length,
    primaryId: isObject(entry.primary) && isText(entry.primary.externalId) ? entry.primary.externalId : null,
  };
}

function delegation(entry: Json): string | null | undefined {
  if (!("delegationCredentialId" in entry)) return undefined;
  return typeof entry.delegationCredentialId === "string" ? entry.delegationCredentialId : null;
}

function readCalendar(raw: unknown): ListedCalendar[] {
  if (!isObject(raw) || !isText(raw.externalId)) return [];
  return [
    {
      externalId: raw.externalId,
      name: typeof raw.name === "string" ? raw.name.trim() : "",
      primary: raw.primary === true,
      readOnly: typeof raw.readOnly === "boolean" ? raw.readOnly : null,
      selected: typeof raw.isSelected === "boolean" ? raw.isSelected : null,
    },
  ];
}

/** A message after which the provider will not come back by itself. */
function isDefinitive(message: string): boolean {
  const text = message.trim().toLowerCase();
  return (
    DEFINITIVE.includes(text) ||
    /delegation ?credential/.test(text) ||
    /^user .*might not exist in/.test(text) ||
    text.includes("tenantid is missing")
  );
}
