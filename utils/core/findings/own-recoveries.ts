import type { AccountState, PendingAction } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import type { FindingKind } from "../model/finding.ts";
import { connectionKey } from "../model/subject.ts";

const BY_DESTINATION: ReadonlySet<FindingKind> = new Set([
  "destination-missing",
  "destination-changed",
  "destination-broken",
  "destination-read-only",
]);

/**
 * What is left to tell the person: not that something has recovered because they have just mended it from here. They know,
 * and what they chose may not be what it was before the break.
 * @param before the state that the observation came to
 * @param after what it made of that
 */
export function suppressOwnRecoveries(
  notify: readonly Notice[],
  before: AccountState,
  after: AccountState,
): Notice[] {
  const settled = before.pending.filter((pending) => isShown(pending, after));
  return notify.filter(
    (notice) => !notice.recovered || !settled.some((action) => mended(action, notice, after)),
  );
}

/** Whether it is not waited for any more because an answer shows it, and not because time was up. */
function isShown({ action, externalId }: PendingAction, after: AccountState): boolean {
  if (after.pending.some((one) => one.action === action && one.externalId === externalId)) return false;
  if (action === "set-destination") return after.destination.current?.externalId === externalId;
  return copiesOf(externalId, after).some(({ isSelected }) => isSelected === (action === "select-calendar"));
}

function mended(pending: PendingAction, { kind, subject }: Notice, after: AccountState): boolean {
  if (pending.action === "set-destination") return BY_DESTINATION.has(kind);
  if (pending.action === "unselect-calendar") return false;
  switch (kind) {
    case "nothing-selected":
      return true;
    case "selection-lost":
    case "not-selected":
      return subject.type === "calendar" && subject.externalId === pending.externalId;
    case "connection-unchecked":
      return subject.type === "connection" && lists(after, connectionKey(subject), pending.externalId);
    default:
      return false;
  }
}

function lists({ connections }: AccountState, key: string, externalId: string): boolean {
  const connection = connections.find((one) => connectionKey(one) === key);
  return connection?.calendars.some((calendar) => calendar.externalId === externalId) ?? false;
}

function copiesOf(externalId: string, { connections }: AccountState) {
  return connections.flatMap(({ calendars }) => calendars.filter((one) => one.externalId === externalId));
}
