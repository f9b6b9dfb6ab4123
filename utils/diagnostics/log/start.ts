import { isDefinitive } from "../../core/findings/definitive.ts";
import type {
  AccountState,
  FindingRecord,
  RememberedCalendar,
  RememberedConnection,
} from "../../core/model/account-state.ts";
import type { LoggedConnection, Start } from "../../core/model/checks-log.ts";
import { type FindingRef, identity } from "../../core/model/finding.ts";
import { KINDS } from "../../core/model/kinds.ts";
import { connectionKey, isUnreadable, subjectKey } from "../../core/model/subject.ts";
import { fingerprint } from "../fingerprint.ts";
import { redacted } from "../redact.ts";
import { calendarCode } from "./calendar-code.ts";
import { packed } from "./logged-action.ts";
import { loggedDestination } from "./logged-answer.ts";

/**
 * What a recording that goes on from this state has to begin with.
 * @param name what ids are called in the log: nothing new in a state that was made from the log itself
 * @param wanted marks that could not be set yet, since what they are about has not come up
 */
export function startOf(
  state: AccountState,
  name = fingerprint,
  wanted: readonly FindingRef[] = [],
): Start | null {
  if (state.lastGoodAt === null) return null;
  const { remembered } = state.destination;
  const lost = new Set(state.findings.filter(isLost).map(({ subject }) => subjectKey(subject)));
  return {
    at: state.lastGoodAt,
    connections: state.connections.flatMap((connection) => connectionAt(connection, lost, name)),
    destination: remembered && loggedDestination(remembered, name),
    acknowledgements: packed([...marksOf(state), ...wanted], name),
    snoozeUntil: state.snoozeUntil,
  };
}

/** What is known to be broken is, from the first line on; Cal.com's own words are not shown in a replay. */
const DEFINITIVE = "Access token expired or revoked";

const isLost = ({ kind, endedCounted }: FindingRecord) => kind === "selection-lost" && endedCounted === null;

/** As in its last good answer; one that was never healthy is as it is. */
function connectionAt(
  connection: RememberedConnection,
  lost: ReadonlySet<string>,
  name: (id: string) => string,
): LoggedConnection[] {
  const { integration, credentialId, delegationCredentialId, message, primaryExternalId } = connection;
  if (isUnreadable(connection)) return [];
  const delegation = delegationCredentialId === null ? null : name(delegationCredentialId);
  const id = { type: integration, id: credentialId, delegation };
  if (connection.calendars.length === 0) {
    const known = connection.breaks.length > 0 && !isDefinitive(message) ? DEFINITIVE : message;
    return [{ ...id, ...(known !== null && { message: redacted(known) }) }];
  }
  const key = connectionKey(connection);
  const code = (calendar: RememberedCalendar) => {
    // Lost is what was selected: only so does the next answer show the loss.
    const isSelected = calendar.isSelected || lost.has(`calendar ${key} ${calendar.externalId}`);
    return calendarCode({ ...calendar, isSelected }, integration, name(calendar.externalId));
  };
  return [
    {
      ...id,
      calendars: connection.calendars.map(code),
      ...(primaryExternalId !== null && { primary: name(primaryExternalId) }),
    },
  ];
}

function marksOf(state: AccountState): FindingRef[] {
  const expected = state.findings.filter((finding) => finding.acknowledged && finding.endedCounted === null);
  const all = [
    ...state.acknowledgements,
    ...expected.filter(({ kind }) => KINDS[kind].acknowledging !== "marks-subject"),
  ];
  return [...new Map<string, FindingRef>(all.map((mark) => [identity(mark), mark])).values()];
}
