import * as z from "zod/mini";
import { withoutAnyLinks } from "./hidden-links.ts";
import { LONGEST_MESSAGE, type Rejection } from "./observation.ts";

const Success = z.looseObject({ status: z.literal("success"), data: z.unknown() });

const Status = z.looseObject({ status: z.literal("success") });

const Failed = z.looseObject({
  status: z.literal("error"),
  error: z.union([z.looseObject({ code: z.string() }), z.looseObject({ message: z.string() })]),
});

const Calendars = z.looseObject({
  connectedCalendars: z.array(z.unknown()),
  destinationCalendar: z.optional(z.unknown()),
});

/** What Cal.com wraps every good answer in, or undefined when this is not one. */
export function successData(json: unknown): unknown {
  const parsed = Success.safeParse(json);
  return parsed.success ? parsed.data.data : undefined;
}

/** Whether Cal.com says that something was done; it need not say more. */
export function isSuccess(json: unknown): boolean {
  return Status.safeParse(json).success;
}

/** The data of a good answer to `GET /v2/calendars`: it stands and falls with the array, whatever is in it. */
export function calendarsData(json: unknown) {
  const parsed = Calendars.safeParse(successData(json));
  return parsed.success ? parsed.data : undefined;
}

/** Cal.com's error envelope: only within it a 401 is about the key, and not about some proxy on the way. */
export function isErrorEnvelope(json: unknown): boolean {
  return Failed.safeParse(json).success;
}

/** Why the key was refused, read from the only place that tells: the message. */
export function rejectionOf(status: number, json: unknown): Rejection {
  const message = errorMessage(json);
  if (isOutOfScope(status, json)) return "scope";
  if (/licen[cs]e/i.test(message)) return "licence";
  if (status === 498 || /expired/i.test(message)) return "expired";
  return status === 403 ? "forbidden" : "invalid";
}

/** Whether it is only this that a token may not do: the key itself is good. */
export function isOutOfScope(status: number, json: unknown): boolean {
  return status === 403 && /^insufficient_scope/i.test(errorMessage(json));
}

/** Control characters, line and paragraph separators, and what has no shape of its own, e.g. marks that turn the direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/**
 * What Cal.com says in its error envelope, to be shown within a sentence: its message, else its code. What `details` holds
 * is never read, as a refused validation echoes there what was sent.
 */
export function saidInEnvelope(json: unknown): string {
  const parsed = Failed.safeParse(json);
  const { message, code } = (parsed.success ? parsed.data.error : {}) as Record<string, unknown>;
  return shown(message) || shown(code) || "error";
}

function shown(text: unknown): string {
  if (typeof text !== "string") return "";
  const line = withoutAnyLinks(text).replace(UNSEEN, " ").trim();
  if (line.length <= LONGEST_MESSAGE) return line.replace(/\s*\.+$/, "");
  // Not within a character that is made of two.
  return `${line.slice(0, LONGEST_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Cal.com's own words in its error envelope; "" when there are none. */
export function errorMessage(json: unknown): string {
  const parsed = Failed.safeParse(json);
  return parsed.success && "message" in parsed.data.error ? String(parsed.data.error.message) : "";
}
