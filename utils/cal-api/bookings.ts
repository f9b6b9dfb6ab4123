import * as z from "zod/mini";
import { type ActionFailure, actionFailure } from "./action-failure.ts";
import type { AnsweredBooking, BookingReference, BookingsPage, CalendarLink, RateHint } from "./booking.ts";
import { successData } from "./envelope.ts";
import { withoutAnyLinks } from "./hidden-links.ts";
import { rateHint } from "./hints.ts";
import { type ClientOptions, nowOf, request } from "./request.ts";

/** What was asked for, or why there is none, with what Cal.com said of its limit. */
export type BookingsResult<Asked> = { kind: "good"; asked: Asked; rate: RateHint | null } | ActionFailure;

const text = z.catch(z.nullish(z.string()), null);

const BookingSchema = z.looseObject({
  uid: z.string().check(z.regex(/\S/)),
  title: text,
  status: text,
  start: z.string(),
  end: z.string(),
  createdAt: text,
  hosts: z.array(z.looseObject({ id: z.number() })).check(z.minLength(1)),
  rescheduledFromUid: text,
});

const ReferenceSchema = z.looseObject({ type: text, eventUid: text, destinationCalendarId: text });
const LinkSchema = z.looseObject({ label: z.string(), link: z.string() });

/** As Cal.com calls them. The file that it gives is not among them: it has no web address. */
const LABELS = ["Google Calendar", "Microsoft Office", "Microsoft Outlook", "Outlook", "Yahoo", "ICS"];

/** Which bookings are asked for: a page of those that are not over, the last made first. */
export interface PageAsked {
  /** Made then or later, in ms since the epoch. */
  since: number;
  take: number;
  skip: number;
}

/**
 * `GET /v2/bookings`: also those that the account is only invited to, and, for administrators, those of others. Asks no
 * provider, and changes nothing. An entry that can't be read is left out, but counted.
 */
export function fetchBookings(
  apiUrl: string,
  key: string,
  { since, take, skip }: PageAsked,
  options: ClientOptions = {},
): Promise<BookingsResult<BookingsPage>> {
  const query = new URLSearchParams({
    status: "upcoming",
    afterCreatedAt: new Date(since).toISOString(),
    sortCreated: "desc",
    take: String(take),
    skip: String(skip),
  });
  return ask(`${apiUrl}/bookings?${query}`, key, options, (entries) => ({
    bookings: entries.flatMap(readBooking),
    entries: entries.length,
  }));
}

/** `GET /v2/bookings/{uid}/references`: what Cal.com noted of its tries to write a booking somewhere. */
export function fetchReferences(
  apiUrl: string,
  key: string,
  uid: string,
  options: ClientOptions = {},
): Promise<BookingsResult<BookingReference[]>> {
  const url = `${apiUrl}/bookings/${encodeURIComponent(uid)}/references`;
  return ask(url, key, options, (entries) => entries.map(readReference));
}

/** `GET /v2/bookings/{uid}/calendar-links`: web addresses alone, since what else it gives is nothing to open. */
export function fetchCalendarLinks(
  apiUrl: string,
  key: string,
  uid: string,
  options: ClientOptions = {},
): Promise<BookingsResult<CalendarLink[]>> {
  const url = `${apiUrl}/bookings/${encodeURIComponent(uid)}/calendar-links`;
  return ask(url, key, options, (entries) => entries.flatMap(readLink));
}

async function ask<Asked>(
  url: string,
  key: string,
  options: ClientOptions,
  read: (entries: unknown[]) => Asked,
): Promise<BookingsResult<Asked>> {
  const answer = await request({ method: "GET", url }, key, options);
  if ("kind" in answer) return answer;
  const data = answer.status === 200 ? successData(answer.json) : undefined;
  if (!Array.isArray(data)) return actionFailure(answer, nowOf(options));
  return { kind: "good", asked: read(data), rate: rateHint(answer.headers, nowOf(options)) };
}

/** What turns the direction of the words around it. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function readBooking(entry: unknown): AnsweredBooking[] {
  const parsed = BookingSchema.safeParse(entry);
  const [host] = parsed.data?.hosts ?? [];
  if (!parsed.success || !host) return [];
  const { uid, title, status, start, end, createdAt, rescheduledFromUid } = parsed.data;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  const made = Date.parse(createdAt ?? "");
  return [
    {
      uid,
      title:
        withoutAnyLinks(title ?? "")
          .replace(TURNS, "")
          .trim() || null,
      status: status ?? null,
      start: from,
      end: to,
      createdAt: Number.isNaN(made) ? null : made,
      hostId: host.id,
      rescheduledFromUid: rescheduledFromUid || null,
    },
  ];
}

function readReference(entry: unknown): BookingReference {
  const parsed = ReferenceSchema.safeParse(entry);
  const { type, eventUid, destinationCalendarId } = parsed.data ?? {};
  return {
    type: type ?? null,
    eventUid: eventUid?.trim() ?? null,
    destinationCalendarId: destinationCalendarId ?? null,
  };
}

function readLink(entry: unknown): CalendarLink[] {
  const parsed = LinkSchema.safeParse(entry);
  if (!parsed.success || !URL.canParse(parsed.data.link)) return [];
  const { protocol, href } = new URL(parsed.data.link);
  const label = parsed.data.label.trim();
  return LABELS.includes(label) && (protocol === "https:" || protocol === "http:") ? [{ label, href }] : [];
}
