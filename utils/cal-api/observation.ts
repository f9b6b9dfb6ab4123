/** One calendar as Cal.com listed it. A flag that was no boolean is `null`: only what is remembered can tell what it was. */
export interface AnsweredCalendar {
  externalId: string;
  /** `integration`, else `integrationName` (ICS feeds), else null. */
  integration: string | null;
  name: string | null;
  email: string | null;
  /** The provider's own default flag. Cal.com sends `true` or `null`, never `false`. */
  primary: boolean;
  readOnly: boolean | null;
  isSelected: boolean | null;
}

/**
 * One entry of `connectedCalendars`. What could not be read of its identity is `null`;
 * `delegationCredentialId` is `undefined` when the entry lacks the key, as Cal.com does with one error message.
 */
export interface AnsweredConnection {
  type: string | null;
  credentialId: number | null;
  delegationCredentialId: string | null | undefined;
  /** `integration.title`, else `integration.name`; null when both are blank. */
  appName: string | null;
  /** `integration.slug`: names the app's page in the web app. */
  appSlug: string | null;
  condition: "healthy" | "broken" | "malformed";
  /** Cal.com's message, trimmed; null when blank or absent. */
  message: string | null;
  /** `primary.externalId`: what an account whose app is connected again is known by. */
  primaryExternalId: string | null;
  /** Readable calendars; empty unless healthy. */
  calendars: AnsweredCalendar[];
  /** How many calendars of this entry could not be read. */
  malformedCalendars: number;
}

/** Where bookings go. `externalId` is never blank: a blank destination is `null` wherever this is used. */
export interface Destination {
  integration: string | null;
  externalId: string;
  name: string | null;
  credentialId: number | null;
  delegationCredentialId: string | null;
}

/** `unknown`: Cal.com sent something of a wrong type, which tells neither that it is set nor that it is not. */
export type AnsweredDestination =
  /** `writtenAt`: when Cal.com or a person last wrote it there, as Cal.com puts it; null where the answer does not say. */
  | { kind: "set"; destination: Destination; writtenAt: string | null }
  | { kind: "blank" }
  | { kind: "unknown" };

/** A good answer of `GET /v2/calendars`, in Cal.com's order. */
export interface Answer {
  connections: AnsweredConnection[];
  destination: AnsweredDestination;
  /** What `GET /v2/event-types` said in the same check; null when it was not read, or could not be. */
  eventTypes: AnsweredEventTypes | null;
}

/** A readable answer of `GET /v2/event-types`. */
export interface AnsweredEventTypes {
  eventTypes: AnsweredEventType[];
  /** How many entries had no id: while there are any, none that is missing is known to be deleted. */
  malformed: number;
}

/** One event type. `destination` is its own: null where it has none, `undefined` when that could not be read. */
export interface AnsweredEventType {
  id: number;
  title: string | null;
  destination: { integration: string | null; externalId: string } | null | undefined;
}

/**
 * Why nothing is known of event types. `outOfScope`: the key may not ask. `notOffered`: the server has no such route.
 * `unreadable`: an answer of another shape. `failed`: no answer, or an error.
 */
export const EVENT_TYPES_PROBLEMS = ["outOfScope", "notOffered", "unreadable", "failed"] as const;
export type EventTypesProblem = (typeof EVENT_TYPES_PROBLEMS)[number];

/** Why Cal.com refused the key, as far as its message tells. `scope`: a token that was not given the right to this. */
export const REJECTIONS = ["invalid", "expired", "forbidden", "scope", "licence"] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** Of a message that is kept with a failure, in UTF-16 code units: a sentence or two. */
export const LONGEST_MESSAGE = 200;

/** Why there is neither a good answer nor a rejected key. */
export type Failure =
  | { reason: "offline" }
  /** No connection: name not found, refused, reset, certificate. A browser does not tell which. */
  | { reason: "unreachable" }
  /** The address sends elsewhere, as a sign-in page does. Nobody went there. */
  | { reason: "redirected" }
  | { reason: "timed-out" }
  | { reason: "rate-limited" }
  /** A server on the way failed, or Cal.com's own in other words than its envelope. */
  | { reason: "server-failed"; status: number }
  /** Cal.com's own error envelope. `message`: on one line, not blank, at most `LONGEST_MESSAGE`, without a full stop at its end. */
  | { reason: "cal-error"; status: number; message: string }
  /** Something answered, but not Cal.com's API v2: a web page, another JSON, a 404. */
  | { reason: "not-cal-api"; status: number }
  | { reason: "too-large" }
  /** The key was kept for the browser session only, and the session is over. */
  | { reason: "no-key" }
  /** The host permission for a self-hosted server is not granted (any more). */
  | { reason: "no-permission" };

export interface FailedObservation {
  kind: "failure";
  failure: Failure;
  /** The server's own hint how long to wait, in seconds from the observation; null without one. */
  retryAfterSeconds: number | null;
}

export interface RejectedObservation {
  kind: "key-rejected";
  status: number;
  rejection: Rejection;
}

/** What one request for the calendars led to. */
export type Observation = ({ kind: "answer"; answer: Answer } | RejectedObservation | FailedObservation) & {
  /** When Cal.com says that it answered (`Date`), in ms since the epoch; absent where it does not, and of failures. */
  date?: number;
};
