import type { FindingRef } from "./finding.ts";
import type { AskedAction } from "./scopes.ts";

/** What the arguments of actions are, which decides how they are logged and replaced by stand-ins. */
export interface ArgumentTypes {
  calendar: string;
  credential: number;
  /** null for a connection that is no delegation. */
  delegation: string | null;
  /** `integration.type` */
  app: string;
  /** ms since the epoch */
  time: number;
  /** The same of what may last until it is taken back, which is null. */
  end: number | null;
  findings: readonly FindingRef[];
}
export type ArgumentSort = keyof ArgumentTypes;

type Pending = "selection" | "destination";

interface ActionFacts {
  /** What Cal.com is asked to change: it is pending until an answer shows that. */
  pending: false | Pending;
  /** The history may tell of it; `destination`: the name in its entry is that of a destination. */
  journaled: boolean | "destination";
  /**
   * The name and sort of each argument of what changes the state at once, and is logged to be replayed; null for what leaves
   * the state as it is, or is done as another action.
   */
  args: Readonly<Record<string, ArgumentSort>> | null;
}

const CALENDAR = {
  externalId: "calendar",
  credentialId: "credential",
  delegationCredentialId: "delegation",
} as const;

/**
 * All that a person does here, by the id that it has everywhere: in messages, what is pending, the history, and the log of checks.
 * What those are about that a page asks for is in `SCOPES`.
 */
export const ACTIONS = {
  "select-calendar": { pending: "selection", journaled: true, args: CALENDAR },
  "unselect-calendar": { pending: "selection", journaled: true, args: CALENDAR },
  "set-destination": {
    pending: "destination",
    journaled: "destination",
    args: { integration: "app", externalId: "calendar" },
  },
  /** Done as `set-destination`, to the calendar that is remembered. */
  "restore-destination": { pending: false, journaled: false, args: null },
  /** The destination that Cal.com has now is the wanted one. */
  "keep-destination": { pending: false, journaled: "destination", args: {} },
  /** Event types get the calendars again that bookings of them were added to. */
  "restore-event-types": { pending: false, journaled: true, args: null },
  reconnect: { pending: false, journaled: false, args: null },
  /** The old connection of an app that was connected again is deleted at Cal.com. */
  "remove-connection": { pending: false, journaled: true, args: null },
  /** Everything that a broken connection took with it is as it was. Each change of it is an action of its own. */
  "restore-everything": { pending: false, journaled: true, args: null },
  /** The person wants no more of that. */
  "dismiss-mending": { pending: false, journaled: true, args: null },
  "test-reading": { pending: false, journaled: false, args: null },
  /** Mark as expected; of what is gone or lost, accept it. */
  acknowledge: { pending: false, journaled: true, args: { findings: "findings", until: "end" } },
  /** Take such a mark back: it counts again from now on, but it is no news. */
  unacknowledge: { pending: false, journaled: true, args: { findings: "findings" } },
  /** Done as `acknowledge`. */
  "bulk-acknowledge": { pending: false, journaled: false, args: null },
  /** A whole account. */
  snooze: { pending: false, journaled: true, args: { until: "time" } },
  "end-snooze": { pending: false, journaled: true, args: {} },
  /** The same for some problems of an account. */
  "snooze-problem": { pending: false, journaled: true, args: { findings: "findings", until: "time" } },
  "end-snooze-problem": { pending: false, journaled: true, args: { findings: "findings" } },
  connect: { pending: false, journaled: true, args: null },
  "replace-key": { pending: false, journaled: true, args: null },
} as const satisfies Record<AskedAction, ActionFacts> & Record<string, ActionFacts>;

type Actions = typeof ACTIONS;
export type ActionId = keyof Actions;
type IdWith<Facts extends Partial<ActionFacts>> = {
  [Id in ActionId]: Actions[Id] extends Facts ? Id : never;
}[ActionId];

export type JournaledAction = Exclude<ActionId, IdWith<{ journaled: false }>>;
/** Settled by an answer that shows it. */
export type PendingId<Of extends Pending = Pending> = IdWith<{ pending: Of }>;
/** What changes the state at once, and is logged. */
export type AppliedId = Exclude<ActionId, IdWith<{ args: null }>>;

/** An action with its arguments. @typeParam Types what there is of each sort */
export type WithArguments<
  Id extends AppliedId,
  Types extends Record<ArgumentSort, unknown>,
> = Id extends AppliedId
  ? { action: Id } & { [Name in keyof Actions[Id]["args"]]: Types[Actions[Id]["args"][Name] & ArgumentSort] }
  : never;

/** Something the person did, that changes the state at once. */
export type Performed<Id extends AppliedId = AppliedId> = WithArguments<Id, ArgumentTypes>;

export function isPending(id: ActionId): id is PendingId {
  return ACTIONS[id].pending !== false;
}

export function appliedActions(): AppliedId[] {
  return actionIds().filter((id): id is AppliedId => ACTIONS[id].args !== null);
}

export function journaledActions(): JournaledAction[] {
  return actionIds().filter((id): id is JournaledAction => ACTIONS[id].journaled !== false);
}

/** Those that change this. */
export function pendingActions<Of extends Pending>(of: Of): PendingId<Of>[] {
  return actionIds().filter((id): id is PendingId<Of> => ACTIONS[id].pending === of);
}

// Safe: these are the keys of the table.
const actionIds = () => Object.keys(ACTIONS) as ActionId[];
