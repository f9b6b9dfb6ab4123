import { isDefinitive } from "../../core/findings/definitive.ts";
import type {
  AccountState,
  FindingRecord,
  RememberedCalendar,
  RememberedConnection,
} from "../../core/model/account-state.ts";
import type { LoggedConnection, Start } from "../../core/model/checks-log.ts";
import { identity } from "../../core/model/finding.ts";
import { KINDS } from "../../core/model/kinds.ts";
import { connectionKey, isUnreadable } from "../../core/model/subject.ts";
import { fingerprint } from "../fingerprint.ts";
import { redacted } from "../redact.ts";
import { calendarCode, nameMark } from "./calendar-code.ts";
import { type LoggedRef, packed } from "./logged-action.ts";
import { loggedDestination } from "./logged-answer.ts";
import { startEventTypesOf } from "./logged-event-types.ts";

/** What ids, and names of calendars, are called in the log. */
export interface Naming {
  id(id: string): string;
  name(name: string | null): string | null;
}
const MARKED: Naming = { id: fingerprint, name: nameMark };

/**
 * What a recording that goes on from this state has to begin with: how all was when it was last good. What is wrong comes up again
 * with the answers after it.
 * @param naming nothing new in a state that was made from the log itself
 * @param wanted marks that could not be set yet, since what they are about has not come up
 */
export function startOf(
  state: AccountState,
  naming = MARKED,
  wanted: readonly LoggedRef[] = [],
): Start | null {
  if (state.lastGoodAt === null) return null;
  const { remembered } = state.destination;
  const lost = state.findings.filter(isLost);
  const eventTypes = startEventTypesOf(state, naming.id);
  return {
    at: state.lastGoodAt,
    connections: state.connections.flatMap((connection) => connectionAt(connection, lost, naming)),
    destination: remembered && loggedDestination(remembered, naming.id),
    acknowledgements: packed([...marksOf(state), ...wanted], naming.id),
    snoozeUntil: state.snoozeUntil,
    ...(eventTypes && { eventTypes }),
  };
}

/** What is known to be broken is, from the first line on; Cal.com's own words are not shown in a replay. */
const DEFINITIVE = "Access token expired or revoked";

const isLost = ({ kind, endedCounted }: FindingRecord) =>
  (kind === "selection-lost" || kind === "calendar-moved") && endedCounted === null;

/** As in its last good answer; one that was never healthy is as it is. */
function connectionAt(
  connection: RememberedConnection,
  lost: readonly FindingRecord[],
  naming: Naming,
): LoggedConnection[] {
  const { integration, credentialId, delegationCredentialId, message, primaryExternalId } = connection;
  if (isUnreadable(connection)) return [];
  const delegation = delegationCredentialId === null ? null : naming.id(delegationCredentialId);
  const id = { type: integration, id: credentialId, delegation };
  if (connection.calendars.length === 0) {
    const known = connection.breaks.length > 0 && !isDefinitive(message) ? DEFINITIVE : message;
    return [{ ...id, ...(known !== null && { message: redacted(known) }) }];
  }
  const key = connectionKey(connection);
  const lostHere = new Map(
    lost.flatMap(({ kind, subject }) =>
      subject.type === "calendar" && connectionKey(subject) === key ? [[subject.externalId, kind]] : [],
    ),
  );
  const code = (calendar: RememberedCalendar) => {
    const kind = lostHere.get(calendar.externalId);
    const externalId = naming.id(calendar.externalId);
    const logged = {
      ...calendar,
      externalId: kind === "calendar-moved" ? formerOf(externalId) : externalId,
      name: naming.name(calendar.name),
      // Lost is what was selected: only so does the next answer show the loss.
      isSelected: calendar.isSelected || kind !== undefined,
    };
    return calendarCode(logged, integration);
  };
  return [
    {
      ...id,
      calendars: connection.calendars.map(code),
      ...(primaryExternalId !== null && { primary: naming.id(primaryExternalId) }),
    },
  ];
}

/** An id that a calendar may have had before it was moved: the next answer has it under its own. */
const formerOf = (id: string) => `${id}-former`;

function marksOf(state: AccountState): LoggedRef[] {
  const expected = state.findings
    .filter((finding) => finding.acknowledged && finding.endedCounted === null)
    .map(({ kind, subject, acknowledgedUntil }) => ({ kind, subject, until: acknowledgedUntil }));
  const all = [
    ...state.acknowledgements,
    ...expected.filter(({ kind }) => KINDS[kind].acknowledging !== "marks-subject"),
  ];
  return [...new Map<string, LoggedRef>(all.map((mark) => [identity(mark), mark])).values()];
}
