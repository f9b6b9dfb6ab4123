import type { AnsweredEventType, AnsweredEventTypes } from "../../../cal-api/observation.ts";
import type { EventTypeDestination, RememberedEventType } from "../../model/account-state.ts";
import { isAboutEventType } from "../../model/kind-groups.ts";
import { FINDING_KINDS } from "../../model/kinds.ts";
import { eventTypeSubject } from "../../model/subject.ts";
import { BOUNDS } from "../bounds.ts";
import { type Draft, standing } from "../draft.ts";
import { close, raise, reset, resolve } from "../lifecycle.ts";
import { forgetOldLostApps, isTakenByBreak } from "../lost-apps.ts";
import { type Places, whereaboutsOf } from "./destination-places.ts";

const EVENT_TYPE_KINDS = FINDING_KINDS.filter(isAboutEventType);

/**
 * Are bookings of each event type added to a calendar that works? Those without a destination of their own go where all of the
 * account go. Judged after the list of the same check, of which `places` is made.
 * @param answered null when event types were not read, or could not be: their findings stay as they were, but for calendars that
 * the list has again
 */
export function evaluateEventTypes(draft: Draft, answered: AnsweredEventTypes | null, places: Places): void {
  const { state } = draft;
  if (answered !== null) takeIn(draft, answered);
  const now = new Map(answered?.eventTypes.map((one) => [one.id, one]));
  for (const eventType of state.eventTypes) {
    const destination = now.get(eventType.id)?.destination;
    if (destination === undefined) endBroken(draft, eventType, places);
    else judge(draft, eventType, destination, places);
  }
  forgetOldLostApps(draft);
}

/** Which event types there are, by id. One that is not listed is deleted, unless it may be one that could not be read. */
function takeIn(draft: Draft, { eventTypes, malformed }: AnsweredEventTypes): void {
  const { state } = draft;
  const known = new Map(state.eventTypes.map((one) => [one.id, one]));
  const listed = eventTypes.map((one) => taken(one, known.get(one.id), state.answers));
  const ids = new Set(listed.map(({ id }) => id));
  const others = state.eventTypes.filter(({ id }) => !ids.has(id));
  const all = [...listed, ...(malformed > 0 ? others : [])].sort((a, b) => a.id - b.id);
  const over = Math.max(0, all.length - BOUNDS.eventTypes);
  for (const gone of [...(malformed > 0 ? [] : others), ...all.slice(0, over)]) forgetFindings(draft, gone);
  state.eventTypes = all.slice(over);
  state.dropped.eventTypes += over;
}

function taken(
  { id, title }: AnsweredEventType,
  known: RememberedEventType | undefined,
  answer: number,
): RememberedEventType {
  const before = known ?? { destination: null, remembered: null, seenAnswer: answer };
  return { ...before, id, title };
}

function forgetFindings(draft: Draft, eventType: RememberedEventType): void {
  for (const kind of EVENT_TYPE_KINDS) reset(draft, kind, eventTypeSubject(eventType));
}

/** What is said of it rests on a calendar that the list has again. */
function endBroken(draft: Draft, eventType: RememberedEventType, places: Places): void {
  const subject = eventTypeSubject(eventType);
  const { destination } = eventType;
  if (destination === null || !standing(draft, "event-type-destination-broken", subject)) return;
  if (whereaboutsOf(draft, places, destination).is === "live") {
    resolve(draft, "event-type-destination-broken", subject);
  }
}

function judge(
  draft: Draft,
  eventType: RememberedEventType,
  destination: EventTypeDestination | null,
  places: Places,
): void {
  eventType.destination = destination;
  if (destination === null) return judgeNone(draft, eventType);
  eventType.remembered = destination;
  eventType.seenAnswer = draft.state.answers;
  const subject = eventTypeSubject(eventType);
  resolve(draft, "event-type-destination-lost", subject);
  const found = whereaboutsOf(draft, places, destination);
  if (found.is === "live") {
    resolve(draft, "event-type-destination-broken", subject);
    if (found.readOnly) raise(draft, "event-type-destination-read-only", subject, "now");
    else resolve(draft, "event-type-destination-read-only", subject);
    return;
  }
  close(draft, "event-type-destination-read-only", subject);
  if (found.is === "lost") raise(draft, "event-type-destination-broken", subject, found.confirm);
}

/** Without a break before, the person has taken it away: from now on it is to be so. */
function judgeNone(draft: Draft, eventType: RememberedEventType): void {
  const subject = eventTypeSubject(eventType);
  close(draft, "event-type-destination-broken", subject);
  close(draft, "event-type-destination-read-only", subject);
  const lost = "event-type-destination-lost";
  if (standing(draft, lost, subject) || isTakenByBreak(draft.state.lostApps, eventType)) {
    raise(draft, lost, subject, "onRepeat");
  } else eventType.remembered = null;
}
