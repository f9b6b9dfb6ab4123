import * as z from "zod/mini";

/**
 * Lenient on purpose: Cal.com's answers hold more keys than its documents, and documented formats do not hold.
 * What is of a wrong type reads as absent; only the array of connections and a calendar's `externalId` are required.
 */
const text = z.catch(z.nullish(z.string()), null);
const flag = z.catch(z.nullable(z.boolean()), null);
const absentOr = <T extends z.core.$ZodType>(schema: T) => z.catch(z.nullish(schema), null);

export const CalendarSchema = z.looseObject({
  externalId: z.string().check(z.regex(/\S/)),
  integration: text,
  integrationName: text,
  name: text,
  email: text,
  primary: z.catch(z.nullish(z.boolean()), null),
  readOnly: flag,
  isSelected: flag,
});

export const ConnectionSchema = z.looseObject({
  integration: absentOr(z.looseObject({ type: text, title: text, name: text, slug: text })),
  credentialId: z.catch(z.nullable(z.number()), null),
  // Absent and null differ: Cal.com leaves the key out of one kind of broken entry.
  delegationCredentialId: z.catch(z.nullish(z.string()), undefined),
  primary: absentOr(z.looseObject({ externalId: text })),
  calendars: absentOr(z.array(z.unknown())),
  error: absentOr(z.looseObject({ message: text })),
});

export const DestinationSchema = z.looseObject({
  externalId: z.nullish(z.string()),
  integration: text,
  name: text,
  credentialId: z.catch(z.nullish(z.number()), null),
  delegationCredentialId: text,
  updatedAt: text,
});

export const EventTypeSchema = z.looseObject({
  id: z.int(),
  title: text,
  destinationCalendar: z.optional(z.unknown()),
});

export const MeSchema = z.looseObject({
  id: z.number(),
  username: text,
  email: text,
  name: text,
});
