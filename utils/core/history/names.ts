import { withoutLinks } from "../../cal-api/foreign-text.ts";
import type { Destination } from "../../cal-api/observation.ts";
import type { NamedConnection } from "../model/history.ts";
import type { CalendarSubject, ConnectionId, EventTypeSubject } from "../model/subject.ts";

/** Longer ones are not Cal.com's. */
const LONGEST_ID = 64;

/** How things are called now: the history keeps that, whatever they are called later. */
export interface Names {
  connection(id: ConnectionId): NamedConnection;
  calendar(subject: CalendarSubject): string;
  destination(destination: Destination): string;
  eventType(subject: EventTypeSubject): string;
}

/** The identity, of a length that is bounded. */
export function storedId({ integration, credentialId, delegationCredentialId }: ConnectionId): ConnectionId {
  return {
    integration: integration.slice(0, LONGEST_ID).toWellFormed(),
    credentialId,
    delegationCredentialId: delegationCredentialId?.slice(0, LONGEST_ID).toWellFormed() ?? null,
  };
}

/** UTF-16 units. */
const LONGEST = 40;
/** What would garble a line on the screen or in a file: controls, separators, marks that turn the direction of writing. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** Far more than is kept of it, and little enough to be looked through at once. */
const LOOKED_AT = 2_000;

/** A name on one line, cut to 40 UTF-16 units or fewer with an ellipsis, and never within a character. */
export function shortName(name: string, longest: number = LONGEST): string {
  const clean = withoutLinks(name.slice(0, LOOKED_AT)).replace(CONTROLS, " ").trim().toWellFormed();
  if (clean.length <= longest) return clean;
  return `${clean.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Of a name at least so much is left, whatever stands beside it. */
const SHORTEST = 8;

/**
 * The same of a name with something beside it that tells it from others: the name is cut so that the rest is kept.
 * @param whole puts that beside a name
 */
export function shortNameBeside(name: string, whole: (name: string) => string): string {
  const beside = whole("").length;
  return shortName(whole(shortName(name, Math.max(SHORTEST, LONGEST - beside))));
}
